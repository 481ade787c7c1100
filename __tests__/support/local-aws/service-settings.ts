import { type DeploymentConfiguration } from "@aws-sdk/client-ecs";
import { type DeliveryTarget } from "../../../contract/delivery-target";
import { type Controller, type Strategy } from "../../../contract/deployment";

/** A service as Terraform left it. */
export interface ServiceSettings {
  /** @default "dev" */
  readonly environment?: string;
  readonly name: string;
  /** @default "111111111111" */
  readonly account?: string;
  /** @default "eu-west-1" */
  readonly region?: string;
  /** Account of the image repository. @default "999999999999" */
  readonly toolingAccount?: string;
  /** @default "rolling" */
  readonly strategy?: Strategy;
  /** @default "ecs" */
  readonly controller?: Controller;
  /** @default 2 */
  readonly desiredCount?: number;
  /** Port of the application; `none` for a worker, which has no load balancer. @default 8080 */
  readonly port?: number | "none";
  /** @default "X86_64" */
  readonly architecture?: "X86_64" | "ARM64";
  /** Variables of the application container. @default - PORT only */
  readonly variables?: Readonly<Record<string, string>>;
  /** Further containers by name, with their images. @default - none */
  readonly sidecars?: Readonly<Record<string, string>>;
  /** Names of the alarms that watch deployments. @default - none */
  readonly alarms?: readonly string[];
  /** @default true */
  readonly circuitBreaker?: boolean;
  /** Of the shifting strategies. @default 5 */
  readonly bakeMinutes?: number;
  /** @default { percent: 10, bakeMinutes: 5 } */
  readonly canary?: { readonly percent: number; readonly bakeMinutes: number };
  /** @default { stepPercent: 25, stepBakeMinutes: 1 } */
  readonly linear?: { readonly stepPercent: number; readonly stepBakeMinutes: number };
  /** Whether there is a rule for requests with a test header. @default false */
  readonly testRule?: boolean;
  /** ECS lifecycle stages, or CodeDeploy hooks, at which a function is asked. @default - none */
  readonly hookStages?: readonly string[];
  /** Environment that an image must come from. @default - any */
  readonly promotedFrom?: string;
  /** Whether the first deployment of all is still to come: nothing ever completed. @default false */
  readonly neverDeployed?: boolean;
  /** Further changes to the delivery target. */
  readonly target?: Partial<DeliveryTarget>;
}

/** The settings with everything decided. */
export type ResolvedSettings = Required<Omit<ServiceSettings, "promotedFrom" | "port">> &
  Pick<ServiceSettings, "promotedFrom"> & { readonly port: number | undefined };

export function resolveSettings(settings: ServiceSettings): ResolvedSettings {
  return {
    environment: "dev",
    account: "111111111111",
    region: "eu-west-1",
    toolingAccount: "999999999999",
    strategy: "rolling",
    controller: "ecs",
    desiredCount: 2,
    architecture: "X86_64",
    variables: {},
    sidecars: {},
    alarms: [],
    circuitBreaker: true,
    bakeMinutes: 5,
    canary: { percent: 10, bakeMinutes: 5 },
    linear: { stepPercent: 25, stepBakeMinutes: 1 },
    testRule: false,
    hookStages: [],
    neverDeployed: false,
    target: {},
    ...settings,
    port: settings.port === "none" ? undefined : (settings.port ?? 8080),
  };
}

/** The service's deployment configuration in ECS's words. */
export function deploymentConfiguration(settings: ResolvedSettings): DeploymentConfiguration {
  const { strategy, controller, alarms, circuitBreaker, bakeMinutes, canary, linear, hookStages } = settings;
  const isShifted = controller === "ecs" && strategy !== "rolling";
  return {
    maximumPercent: 200,
    minimumHealthyPercent: 100,
    deploymentCircuitBreaker: { enable: circuitBreaker, rollback: circuitBreaker },
    alarms: { alarmNames: [...alarms], enable: alarms.length > 0, rollback: alarms.length > 0 },
    ...(controller === "ecs" ? { strategy: strategies[strategy] } : {}),
    ...(isShifted ? { bakeTimeInMinutes: bakeMinutes } : {}),
    ...(isShifted && strategy === "canary"
      ? {
          canaryConfiguration: {
            canaryPercent: canary.percent,
            canaryBakeTimeInMinutes: canary.bakeMinutes,
          },
        }
      : {}),
    ...(isShifted && strategy === "linear"
      ? {
          linearConfiguration: {
            stepPercent: linear.stepPercent,
            stepBakeTimeInMinutes: linear.stepBakeMinutes,
          },
        }
      : {}),
    ...(isShifted && hookStages.length > 0
      ? {
          lifecycleHooks: [
            {
              hookTargetArn: functionArn(settings),
              roleArn: `arn:aws:iam::${settings.account}:role/${settings.environment}-${settings.name}-hooks`,
              lifecycleStages: hookStages.flatMap(
                (stage) => ecsStages.find((known) => known === stage) ?? [],
              ),
            },
          ],
        }
      : {}),
  };
}

const strategies = {
  rolling: "ROLLING",
  "blue-green": "BLUE_GREEN",
  canary: "CANARY",
  linear: "LINEAR",
} as const;

const ecsStages = [
  "RECONCILE_SERVICE",
  "PRE_SCALE_UP",
  "POST_SCALE_UP",
  "TEST_TRAFFIC_SHIFT",
  "POST_TEST_TRAFFIC_SHIFT",
  "PRODUCTION_TRAFFIC_SHIFT",
  "POST_PRODUCTION_TRAFFIC_SHIFT",
] as const;

/** Lambda function that hooks call. */
export function functionArn({ account, region, environment, name }: ResolvedSettings): string {
  return `arn:aws:lambda:${region}:${account}:function:${environment}-${name}-hook`;
}
