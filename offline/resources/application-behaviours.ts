import { applicationAutoscalingBehaviours } from "./application-autoscaling";
import { type ResourceBehaviour } from "./behaviour";
import { ecrBehaviours } from "./ecr";
import { ecsBehaviours } from "./ecs";
import { iamBehaviours } from "./iam";
import { rdsBehaviours } from "./rds";

/** Services that run, deliver and watch applications. */
export const applicationBehaviours: readonly ResourceBehaviour[] = [
  ...applicationAutoscalingBehaviours,
  ...ecrBehaviours,
  ...ecsBehaviours,
  ...iamBehaviours,
  ...rdsBehaviours,
];
