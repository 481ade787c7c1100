import type { CodeDeployTarget } from "../../contract/delivery-target";
import type { Deployment } from "../../contract/deployment";

/** What the hand-off to the application pipeline needs to know of a service. */
export interface DeployedService {
  readonly name: string;
  /** How releases replace each other. */
  readonly deployment: Deployment;
  /** Present exactly with the controller `codedeploy`. */
  readonly codedeploy?: CodeDeployTarget;
  /** Port of the application container that the load balancer sends to; none for workers. */
  readonly containerPort?: number;
  /** Task definition that deploys take as their template. */
  readonly templateArn: string;
  /** Role of the application itself. */
  readonly taskRoleArn: string;
  /** Role that ECS starts tasks with. */
  readonly executionRoleArn: string;
}
