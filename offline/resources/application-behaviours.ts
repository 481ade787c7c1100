import { applicationAutoscalingBehaviours } from "./application-autoscaling";
import { type ResourceBehaviour } from "./behaviour";
import { cloudwatchBehaviours } from "./cloudwatch";
import { codeDeliveryBehaviours } from "./code-delivery";
import { ecrBehaviours } from "./ecr";
import { ecsBehaviours } from "./ecs";
import { elasticacheBehaviours } from "./elasticache";
import { iamBehaviours } from "./iam";
import { lambdaBehaviours } from "./lambda";
import { messagingBehaviours } from "./messaging";
import { rdsBehaviours } from "./rds";
import { schedulerBehaviours } from "./scheduler";
import { serviceDiscoveryBehaviours } from "./service-discovery";
import { storageBehaviours } from "./storage";

/** Services that run, deliver and watch applications. */
export const applicationBehaviours: readonly ResourceBehaviour[] = [
  ...applicationAutoscalingBehaviours,
  ...cloudwatchBehaviours,
  ...codeDeliveryBehaviours,
  ...ecrBehaviours,
  ...ecsBehaviours,
  ...elasticacheBehaviours,
  ...iamBehaviours,
  ...lambdaBehaviours,
  ...messagingBehaviours,
  ...rdsBehaviours,
  ...schedulerBehaviours,
  ...serviceDiscoveryBehaviours,
  ...storageBehaviours,
];
