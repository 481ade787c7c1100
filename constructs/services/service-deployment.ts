import type {
  EcsServiceConfig,
  EcsServiceDeploymentConfiguration,
} from "@cdktf/provider-aws/lib/ecs-service";
import type { Deployment, ShiftingDeployment } from "../../contract/deployment";
import { deploymentKind } from "../../contract/ownership";
import { literalText } from "../text/literal-text";

const strategies = {
  rolling: "ROLLING",
  "blue-green": "BLUE_GREEN",
  canary: "CANARY",
  linear: "LINEAR",
} as const;

export type DeploymentConfig = Pick<
  EcsServiceConfig,
  | "deploymentController"
  | "deploymentConfiguration"
  | "deploymentCircuitBreaker"
  | "alarms"
  | "availabilityZoneRebalancing"
>;

/** What a deployment needs that was created for it. */
export interface DeploymentParts {
  /** The service's own alarm; undefined where it has none. */
  readonly errorAlarmName: string | undefined;
  /** Role that ECS calls hooks with; undefined without hooks. */
  readonly hooksRoleArn: string | undefined;
}

/**
 * The arguments of an ECS service that say how releases replace each other. Controller and strategy are written out where they are the
 * default, too: the provider keeps quiet about a block that is taken away, and the service would keep its old strategy.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
 */
export function deploymentConfig(deployment: Deployment, parts: DeploymentParts): DeploymentConfig {
  // Circuit breaker and alarms belong to the ECS controller; CodeDeploy has alarms of its own.
  if (deploymentKind(deployment) === "codedeploy") {
    return { deploymentController: { type: "CODE_DEPLOY" }, availabilityZoneRebalancing: "DISABLED" };
  }
  const alarmNames = watchedAlarms(deployment, parts.errorAlarmName);
  return {
    deploymentController: { type: "ECS" },
    deploymentConfiguration: shiftOf(deployment, parts.hooksRoleArn),
    deploymentCircuitBreaker: { enable: true, rollback: true },
    alarms: alarmNames.length > 0 ? { alarmNames, enable: true, rollback: true } : undefined,
    availabilityZoneRebalancing: "ENABLED",
  };
}

/** Names of the alarms that stop a deployment: the service's own, and those of the environment's account that it names. */
export function watchedAlarms({ alarms }: Deployment, errorAlarmName: string | undefined): string[] {
  return [...(errorAlarmName === undefined ? [] : [errorAlarmName]), ...alarms.names.map(literalText)];
}

function shiftOf(
  deployment: Deployment,
  hooksRoleArn: string | undefined,
): EcsServiceDeploymentConfiguration {
  const strategy = strategies[deployment.strategy];
  if (deployment.strategy === "rolling") return { strategy };
  const { canary, linear, bakeMinutes } = deployment;
  return {
    strategy,
    bakeTimeInMinutes: String(bakeMinutes),
    canaryConfiguration: canary && {
      canaryPercent: canary.percent,
      canaryBakeTimeInMinutes: String(canary.bakeMinutes),
    },
    linearConfiguration: linear && {
      stepPercent: linear.stepPercent,
      stepBakeTimeInMinutes: String(linear.stepBakeMinutes),
    },
    lifecycleHook: hooksRoleArn === undefined ? undefined : hooksOf(deployment, hooksRoleArn),
  };
}

function hooksOf({ hooks }: ShiftingDeployment, roleArn: string) {
  return hooks.map(({ functionArn, stages }) => ({
    hookTargetArn: functionArn,
    roleArn,
    lifecycleStages: [...stages],
  }));
}
