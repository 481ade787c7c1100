import {
  type ContainerDefinition,
  type LoadBalancer,
  type RegisterTaskDefinitionCommandInput,
} from "@aws-sdk/client-ecs";
import {
  type CodeDeployTarget,
  type DeliveryTarget,
  deliveryTargetPath,
} from "../../../contract/delivery-target";
import { type EcsService } from "./ecs/ecs-service";
import { registerRevision } from "./ecs/task-definition-operations";
import { newRepository } from "./ecr/repository";
import { type Region, type World } from "./region";
import { ruleArn, targetGroupArn } from "./arns";
import { makeDeploymentGroup } from "./make-deployment-group";
import { deploymentConfiguration, functionArn, type ResolvedSettings } from "./service-settings";

/** Makes what a terraform apply makes for one service: everything but running tasks. */
export function asTerraformLeft(world: World, settings: ResolvedSettings): EcsService {
  const region = world.region(settings.account, settings.region);
  region.clusters.add(settings.environment);
  region.logGroups.set(logGroup(settings), new Map());
  for (const name of settings.alarms)
    region.alarms.set(name, {
      AlarmName: name,
      AlarmArn: region.arn("cloudwatch", `alarm:${name}`),
      StateValue: "OK",
    });
  makeRepository(world, settings);
  const seed =
    registerRevision(region, taskDefinition(settings, "seed")).taskDefinition.taskDefinitionArn ?? "";
  writeTemplate(region, settings);
  const service = makeService(region, settings, seed);
  region.services.set(`${service.cluster}/${service.name}`, service);
  if (settings.controller === "codedeploy") makeDeploymentGroup(region, settings, service);
  return service;
}

/** Registers the template and tells it in the delivery target, as an apply does. @returns the target */
export function writeTemplate(region: Region, settings: ResolvedSettings): DeliveryTarget {
  const template = registerRevision(region, taskDefinition(settings, "template")).taskDefinition;
  const { environment, name, account, strategy, controller, port, promotedFrom } = settings;
  const target: DeliveryTarget = {
    version: 1,
    environment,
    service: name,
    account,
    region: settings.region,
    cluster: environment,
    serviceName: name,
    taskFamily: `${environment}-${name}`,
    templateArn: template.taskDefinitionArn ?? "",
    container: name,
    ...(port === undefined ? {} : { containerPort: port }),
    repositoryUrl: repositoryUrl(settings),
    imageTag: environment,
    deployRoleArn: `arn:aws:iam::${account}:role/${environment}-${name}-deploy`,
    ...(promotedFrom === undefined ? {} : { promotedFrom }),
    strategy,
    controller,
    ...(controller === "codedeploy" ? { codedeploy: codeDeployTarget(settings) } : {}),
    ...settings.target,
  };
  region.parameters.set(deliveryTargetPath(environment, name), JSON.stringify(target));
  return target;
}

function codeDeployTarget(settings: ResolvedSettings): CodeDeployTarget {
  const { environment, name, hookStages } = settings;
  const application = `${environment}-${name}`;
  const hooks = Object.fromEntries(hookStages.map((stage) => [stage, functionArn(settings)]));
  return { application, deploymentGroup: application, ...(hookStages.length > 0 ? { hooks } : {}) };
}

export function repositoryUrl({ toolingAccount, region, name }: ResolvedSettings): string {
  return `${toolingAccount}.dkr.ecr.${region}.amazonaws.com/${name}`;
}

function logGroup({ environment, name }: ResolvedSettings): string {
  return `/ecs/${environment}/${name}`;
}

function taskDefinition(
  settings: ResolvedSettings,
  kind: "seed" | "template",
): RegisterTaskDefinitionCommandInput {
  const { account, environment, name, architecture, variables, sidecars, port } = settings;
  const application: ContainerDefinition = {
    name,
    image:
      kind === "seed"
        ? "public.ecr.aws/docker/library/busybox:1.37"
        : `${repositoryUrl(settings)}:${environment}`,
    essential: true,
    portMappings: port === undefined ? undefined : [{ containerPort: port, hostPort: port, protocol: "tcp" }],
    environment: Object.entries({ ...(port === undefined ? {} : { PORT: String(port) }), ...variables }).map(
      ([key, value]) => ({ name: key, value }),
    ),
    readonlyRootFilesystem: true,
    stopTimeout: 30,
    logConfiguration: {
      logDriver: "awslogs",
      options: {
        "awslogs-group": logGroup(settings),
        "awslogs-region": settings.region,
        "awslogs-stream-prefix": name,
      },
    },
  };
  const others = Object.entries(sidecars).map(([sidecar, image]) => ({
    ...application,
    name: sidecar,
    image,
    portMappings: undefined,
    essential: false,
  }));
  return {
    family: kind === "seed" ? `${environment}-${name}-seed` : `${environment}-${name}`,
    networkMode: "awsvpc",
    requiresCompatibilities: ["FARGATE"],
    cpu: "256",
    memory: "512",
    runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: architecture },
    executionRoleArn: `arn:aws:iam::${account}:role/${environment}-${name}-execution`,
    taskRoleArn: `arn:aws:iam::${account}:role/${environment}-${name}-task`,
    containerDefinitions: kind === "seed" ? [application] : [application, ...others],
    tags: [
      { key: "environment", value: environment },
      { key: "service", value: name },
    ],
  };
}

function makeRepository(world: World, settings: ResolvedSettings): void {
  const { toolingAccount, name, account, environment } = settings;
  const region = world.region(toolingAccount, settings.region);
  const known = region.repositories.get(name);
  const repository = known ?? newRepository(region, name, { accounts: [], movableTags: [] });
  repository.movableTags = [...new Set([...repository.movableTags, environment])];
  repository.accounts.add(account);
  region.repositories.set(name, repository);
}

function makeService(region: Region, settings: ResolvedSettings, seed: string): EcsService {
  const { environment, name, controller, desiredCount, account } = settings;
  return {
    arn: region.arn("ecs", `service/${environment}/${name}`),
    clusterArn: region.arn("ecs", `cluster/${environment}`),
    cluster: environment,
    name,
    status: "ACTIVE",
    controller: controller === "ecs" ? "ECS" : "CODE_DEPLOY",
    taskDefinition: seed,
    desiredCount,
    loadBalancers: makeLoadBalancers(region, settings),
    deploymentConfiguration: deploymentConfiguration(settings),
    settings: {
      capacityProviderStrategy: [{ capacityProvider: "FARGATE", weight: 1, base: 0 }],
      platformVersion: "LATEST",
      platformFamily: "Linux",
      networkConfiguration: {
        awsvpcConfiguration: {
          subnets: ["subnet-0a0a0a0a0a0a0a0a0", "subnet-0b0b0b0b0b0b0b0b0"],
          securityGroups: ["sg-0a0a0a0a0a0a0a0a0"],
          assignPublicIp: "DISABLED",
        },
      },
      healthCheckGracePeriodSeconds: settings.port === undefined ? undefined : 60,
      enableECSManagedTags: true,
      enableExecuteCommand: false,
      propagateTags: "SERVICE",
      availabilityZoneRebalancing: "ENABLED",
      createdBy: `arn:aws:iam::${account}:role/terraform`,
      tags: [{ key: "environment", value: environment }],
    },
    createdAt: region.clock.date(),
    deployments: [],
    taskSets: [],
    history: [],
    revisions: [],
    events: [],
    outcomes: [],
  };
}

function makeLoadBalancers(region: Region, settings: ResolvedSettings): LoadBalancer[] {
  const { port, name, strategy, controller, testRule, account, environment } = settings;
  if (port === undefined) return [];
  const blue = targetGroupArn(settings);
  region.targetGroups.set(blue, { arn: blue, targets: new Map() });
  if (strategy === "rolling") {
    addRule(region, ruleArn(settings, "production"), [[blue, 100]]);
    return [{ targetGroupArn: blue, containerName: name, containerPort: port }];
  }
  const green = targetGroupArn(settings, "-b");
  region.targetGroups.set(green, { arn: green, targets: new Map() });
  addRule(region, ruleArn(settings, "production"), [
    [blue, 100],
    [green, 0],
  ]);
  if (testRule)
    addRule(region, ruleArn(settings, "test"), [
      [blue, 100],
      [green, 0],
    ]);
  const balancer: LoadBalancer = { targetGroupArn: blue, containerName: name, containerPort: port };
  if (controller === "codedeploy") return [balancer];
  return [
    {
      ...balancer,
      advancedConfiguration: {
        alternateTargetGroupArn: green,
        productionListenerRule: ruleArn(settings, "production"),
        ...(testRule ? { testListenerRule: ruleArn(settings, "test") } : {}),
        roleArn: `arn:aws:iam::${account}:role/${environment}-${name}-infrastructure`,
      },
    },
  ];
}

function addRule(region: Region, arn: string, weights: readonly (readonly [string, number])[]): void {
  region.rules.set(arn, {
    RuleArn: arn,
    Priority: "100",
    IsDefault: false,
    Conditions: [],
    Actions: [
      {
        Type: "forward",
        Order: 1,
        ForwardConfig: {
          TargetGroups: weights.map(([TargetGroupArn, Weight]) => ({ TargetGroupArn, Weight })),
          TargetGroupStickinessConfig: { Enabled: false },
        },
      },
    ],
  });
}
