import { applicationAutoscalingReplacements } from "./application-autoscaling";
import { ecrReplacements } from "./ecr";
import { ecsReplacements } from "./ecs";
import { iamReplacements } from "./iam";
import { rdsReplacements } from "./rds";
import { type ReplacementRow } from "./replacement-table";

/** Services that run, deliver and watch applications. */
export const applicationReplacements: readonly ReplacementRow[] = [
  ...applicationAutoscalingReplacements,
  ...ecrReplacements,
  ...ecsReplacements,
  ...iamReplacements,
  ...rdsReplacements,
];
