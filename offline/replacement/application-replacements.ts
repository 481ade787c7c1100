import { autoscalingReplacements } from "./autoscaling";
import { cloudwatchReplacements } from "./cloudwatch";
import { codeDeliveryReplacements } from "./code-delivery";
import { ecrReplacements } from "./ecr";
import { ecsReplacements } from "./ecs";
import { elasticacheReplacements } from "./elasticache";
import { iamReplacements } from "./iam";
import { lambdaReplacements } from "./lambda";
import { messagingReplacements } from "./messaging";
import { rdsReplacements } from "./rds";
import { type ReplacementRow } from "./replacement-table";
import { schedulerReplacements } from "./scheduler";
import { serviceDiscoveryReplacements } from "./service-discovery";
import { storageReplacements } from "./storage";

/** Services that run, deliver and watch applications. */
export const applicationReplacements: readonly ReplacementRow[] = [
  ...autoscalingReplacements,
  ...cloudwatchReplacements,
  ...codeDeliveryReplacements,
  ...ecrReplacements,
  ...ecsReplacements,
  ...elasticacheReplacements,
  ...iamReplacements,
  ...lambdaReplacements,
  ...messagingReplacements,
  ...rdsReplacements,
  ...schedulerReplacements,
  ...serviceDiscoveryReplacements,
  ...storageReplacements,
];
