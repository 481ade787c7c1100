import { type Operations } from "../protocol/operation";
import { serviceDeploymentOperations } from "./service-deployment-operations";
import { serviceOperations } from "./service-operations";
import { taskDefinitionOperations } from "./task-definition-operations";
import { taskOperations } from "./task-operations";

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Operations.html */
export const ecsOperations: Operations = {
  ...serviceOperations,
  ...serviceDeploymentOperations,
  ...taskDefinitionOperations,
  ...taskOperations,
};
