import {
  type DeploymentGroupInfo,
  type DeploymentInfo,
  type LifecycleEvent,
} from "@aws-sdk/client-codedeploy";
import { type EcsService } from "../ecs/ecs-service";
import { type PlannedOutcome } from "../ecs/outcome";
import { type Running } from "../time/clock";

/** Who deploys a service for whom, and which target groups and rules traffic goes through. */
export interface DeploymentGroup {
  readonly info: DeploymentGroupInfo;
  readonly service: EcsService;
  /** ARNs of the pair; which one serves follows from the service's primary task set. */
  readonly targetGroups: readonly [string, string];
  /** ARNs of the listener rules that forward to the pair. */
  readonly productionRules: readonly string[];
  readonly testRules: readonly string[];
  /** How traffic shifts: the percentages that the new tasks get, one after the other. */
  readonly trafficSteps: readonly number[];
}

/** A deployment of CodeDeploy. */
export interface CodeDeployment {
  readonly info: DeploymentInfo;
  readonly group: DeploymentGroup;
  readonly taskDefinition: string;
  /** Hooks by lifecycle event. */
  readonly hooks: Readonly<Record<string, string>>;
  readonly outcome: PlannedOutcome;
  readonly events: LifecycleEvent[];
  /** Task set that serves when it begins. */
  readonly blueTaskSet: string | undefined;
  greenTaskSet?: string;
  trafficWeight: number;
  script?: Running;
}

/** @see https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html#reference-appspec-file-structure-hooks-run-order-ecs */
export const lifecycleEvents = [
  "BeforeInstall",
  "Install",
  "AfterInstall",
  "AllowTestTraffic",
  "AfterAllowTestTraffic",
  "BeforeAllowTraffic",
  "AllowTraffic",
  "AfterAllowTraffic",
] as const;

export function isActive({ info }: CodeDeployment): boolean {
  return !["Succeeded", "Failed", "Stopped"].includes(info.status ?? "");
}
