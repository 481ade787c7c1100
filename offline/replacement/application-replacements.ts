import { applicationAutoscalingReplacements } from "./application-autoscaling";
import { cloudwatchReplacements } from "./cloudwatch";
import { codeDeliveryReplacements } from "./code-delivery";
import { ecrReplacements } from "./ecr";
import { ecsReplacements } from "./ecs";
import { iamReplacements } from "./iam";
import { lambdaReplacements } from "./lambda";
import { messagingReplacements } from "./messaging";
import { rdsReplacements } from "./rds";
import { type ReplacementRow } from "./replacement-table";

/** Services that run, deliver and watch applications. */
export const applicationReplacements: readonly ReplacementRow[] = [
  ...applicationAutoscalingReplacements,
  ...cloudwatchReplacements,
  ...codeDeliveryReplacements,
  ...ecrReplacements,
  ...ecsReplacements,
  ...iamReplacements,
  ...lambdaReplacements,
  ...messagingReplacements,
  ...rdsReplacements,
];
