import { applicationAutoscalingBehaviours } from "./application-autoscaling";
import { type ResourceBehaviour } from "./behaviour";
import { cloudwatchBehaviours } from "./cloudwatch";
import { codeDeliveryBehaviours } from "./code-delivery";
import { ecrBehaviours } from "./ecr";
import { ecsBehaviours } from "./ecs";
import { iamBehaviours } from "./iam";
import { lambdaBehaviours } from "./lambda";
import { messagingBehaviours } from "./messaging";
import { rdsBehaviours } from "./rds";

/** Services that run, deliver and watch applications. */
export const applicationBehaviours: readonly ResourceBehaviour[] = [
  ...applicationAutoscalingBehaviours,
  ...cloudwatchBehaviours,
  ...codeDeliveryBehaviours,
  ...ecrBehaviours,
  ...ecsBehaviours,
  ...iamBehaviours,
  ...lambdaBehaviours,
  ...messagingBehaviours,
  ...rdsBehaviours,
];
