import { EcsService } from "@cdktf/provider-aws/lib/ecs-service";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Deployment } from "../../contract/deployment";
import { deploymentKind, ignoredAttributes, isMoving } from "../../contract/ownership";
import { seedFamily, serviceLogGroupName, taskFamily } from "../../limits/resource-names";
import { SecurityGroup } from "../network/security-group";
import { LogGroup } from "../observability/log-group";
import type { PolicyStatement, ServiceRole } from "../permissions/service-role";
import { checkContainerService } from "./check-container-service";
import { completeContainers } from "./container-definitions";
import {
  defaultCpu,
  defaultMemoryMiB,
  defaultStopTimeoutSeconds,
  type ContainerServiceProps,
  type ContainerServiceSettings,
  type ServiceIngress,
} from "./container-service-settings";
import { declaredSecrets } from "./declared-secrets";
import { defaultDeployment } from "./default-deployment";
import { createHooksRole } from "./deployment-roles";
import { seedContainer } from "./seed-container";
import { deploymentConfig } from "./service-deployment";
import { createExecutionRole, createTaskRole } from "./service-roles";
import { isAutoscaled, ServiceScaling, type TaskScaling } from "./task-scaling";
import { TaskTemplate } from "./task-template";

/**
 * What frontends, backends and workers have in common: a Fargate service with its task template, roles, security group,
 * logs and autoscaling. Terraform owns the template; the image belongs to deploys (see `contract/ownership.ts`).
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_services.html
 */
export class ContainerService extends Construct {
  readonly resource: EcsService;
  readonly securityGroup: SecurityGroup;
  /** Revision that deploys take as their template. */
  readonly templateArn: string;
  readonly taskRoleArn: string;
  readonly executionRoleArn: string;
  readonly deployment: Deployment;
  private readonly taskRole: ServiceRole;

  constructor(scope: Construct, id: string, props: ContainerServiceProps) {
    super(scope, id);
    checkContainerService(this, props);
    this.deployment = props.deployment ?? defaultDeployment;
    this.securityGroup = this.createSecurityGroup(props);
    const logs = new LogGroup(this, "Logs", {
      name: serviceLogGroupName(props.environment, props.name),
      retentionDays: props.logRetentionDays,
      encryptionKeyArn: props.logEncryptionKeyArn,
    });
    const executionRole = this.createExecutionRole(props, logs);
    this.taskRole = createTaskRole(this, props, props.exec ? props.cluster.exec : undefined);
    const roles = { executionRoleArn: executionRole.arn, taskRoleArn: this.taskRole.arn };
    this.executionRoleArn = roles.executionRoleArn;
    this.taskRoleArn = roles.taskRoleArn;
    this.templateArn = this.createTemplate(props, logs, roles).arn;
    const seed = this.createSeed(props, logs, roles);
    this.resource = this.createService(props, seed.arn, executionRole.policies);
    this.createScaling(props);
  }

  /** Lets the application do something; say why in `sid`. */
  addToTaskRole(statement: PolicyStatement): void {
    this.taskRole.addStatement(statement);
  }

  private createSecurityGroup(props: ContainerServiceProps): SecurityGroup {
    const { environment, name, network, ingress } = props;
    const group = new SecurityGroup(this, "SecurityGroup", {
      name: `${environment}-${name}`,
      peerName: name,
      vpcId: network.vpcId,
    });
    if (ingress) group.allowFrom(ingress.from, ingress.port, `Requests and health checks for ${name}`);
    if (network.endpoints) {
      group.allowTo(network.endpoints, 443, `${name} pulls images, writes logs and reads secrets`);
    }
    if (network.s3PrefixListId) {
      group.allowToPrefixList("S3", network.s3PrefixListId, 443, `${name} pulls image layers from S3`);
    }
    for (const { to, port, reason } of props.outbound ?? []) {
      group.allowToCidr(to === "internet" ? "0.0.0.0/0" : to, port, reason);
    }
    return group;
  }

  private createExecutionRole(props: ContainerServiceProps, logs: LogGroup): ServiceRole {
    const { containers, image, seedImage, secrets = {} } = props;
    const images = containers.map((container) => container.image ?? image);
    return createExecutionRole(this, props, {
      images: [...images, image, seedImage],
      logGroupArn: logs.arn,
      secrets: [...declaredSecrets(containers, props), ...Object.values(secrets)],
    });
  }

  private createTemplate(props: ContainerServiceProps, logs: LogGroup, roles: TaskRoles): TaskTemplate {
    return new TaskTemplate(this, "Template", {
      ...taskSize(props),
      ...roles,
      family: taskFamily(props.environment, props.name),
      containers: completeContainers(props.containers, {
        ...additions(props, logs),
        variables: props.variables ?? {},
        secrets: Object.fromEntries(
          Object.entries(props.secrets ?? {}).map(([name, { valueFrom }]) => [name, valueFrom]),
        ),
      }),
    });
  }

  /** A family of its own: a deploy that takes the latest revision of the service's family must never get the seed. */
  private createSeed(props: ContainerServiceProps, logs: LogGroup, roles: TaskRoles): TaskTemplate {
    const { name, seedImage, ingress } = props;
    const container = seedContainer({
      service: name,
      image: seedImage,
      healthCheck: ingress && { port: ingress.port, path: ingress.healthCheckPath },
    });
    return new TaskTemplate(this, "Seed", {
      ...taskSize(props),
      ...roles,
      family: seedFamily(props.environment, name),
      containers: completeContainers([container], { ...additions(props, logs), variables: {}, secrets: {} }),
    });
  }

  private createService(
    props: ContainerServiceProps,
    seedArn: string,
    permissions: readonly ITerraformDependable[],
  ): EcsService {
    const { cluster, network, ingress, name } = props;
    const scaling = resolveScaling(props);
    const hooksRole = this.createHooksRole(props);
    return new EcsService(this, "Resource", {
      name,
      cluster: cluster.clusterArn,
      taskDefinition: seedArn,
      desiredCount: scaling.minTasks,
      capacityProviderStrategy: capacityProviders(props.spotPercent ?? 0),
      platformVersion: "LATEST",
      networkConfiguration: {
        subnets: [...network.privateSubnetIds],
        securityGroups: [this.securityGroup.securityGroupId],
        assignPublicIp: false,
      },
      loadBalancer: ingress && [loadBalancerOf(name, ingress)],
      healthCheckGracePeriodSeconds: ingress?.graceSeconds,
      deploymentMinimumHealthyPercent: 100,
      deploymentMaximumPercent: 200,
      ...deploymentConfig(this.deployment, {
        errorAlarmName: ingress?.errorAlarmName,
        hooksRoleArn: hooksRole?.arn,
      }),
      enableExecuteCommand: props.exec ?? false,
      enableEcsManagedTags: true,
      propagateTags: "SERVICE",
      forceNewDeployment: false,
      waitForSteadyState: false,
      // Tasks that start before they may pull, log or answer would trip the circuit breaker.
      dependsOn: [
        ...(cluster.capacityProviders ? [cluster.capacityProviders] : []),
        ...permissions,
        ...this.securityGroup.rules,
        ...(ingress?.rules ?? []),
        ...(ingress?.shift?.permissions ?? []),
        ...(hooksRole?.policies ?? []),
      ],
      lifecycle: {
        preventDestroy: props.preventDestroy ? true : undefined,
        precondition: ingress?.precondition && [ingress.precondition],
        ignoreChanges: ignoredAttributes("service", deploymentKind(this.deployment), {
          isAutoscaled: isAutoscaled(scaling),
          isMoving: isMoving(this.deployment),
        }),
      },
    });
  }

  /** CodeDeploy calls hooks with its own role. */
  private createHooksRole(props: ContainerServiceProps): ServiceRole | undefined {
    const { deployment } = this;
    if (deployment.strategy === "rolling" || deployment.controller !== "ecs") return undefined;
    return deployment.hooks.length === 0 ? undefined : createHooksRole(this, props, deployment.hooks);
  }

  private createScaling(props: ContainerServiceProps): void {
    const scaling = resolveScaling(props);
    if (!isAutoscaled(scaling)) return;
    new ServiceScaling(this, "Scaling", {
      ...scaling,
      clusterName: props.cluster.clusterName,
      serviceName: this.resource.name,
      requestCountLabel: props.ingress?.requestCountLabel,
    });
  }
}

interface TaskRoles {
  readonly executionRoleArn: string;
  readonly taskRoleArn: string;
}

function loadBalancerOf(containerName: string, { targetGroupArn, port, shift }: ServiceIngress) {
  const { advancedConfiguration } = shift ?? {};
  return { targetGroupArn, containerName, containerPort: port, advancedConfiguration };
}

function resolveScaling({ scaling }: ContainerServiceSettings): TaskScaling {
  return scaling ?? { minTasks: 2, maxTasks: 2 };
}

function taskSize(settings: ContainerServiceSettings) {
  const { cpu = defaultCpu, memoryMiB = defaultMemoryMiB, architecture = "X86_64" } = settings;
  return { cpu, memoryMiB, architecture } as const;
}

function additions(props: ContainerServiceProps, logs: LogGroup) {
  return {
    service: props.name,
    image: props.image,
    port: props.ingress?.port,
    logGroupName: logs.name,
    region: props.region,
    stopTimeoutSeconds: props.stopTimeoutSeconds ?? defaultStopTimeoutSeconds,
  };
}

/**
 * The first task always runs on demand. The base does not follow the number of tasks: the provider refuses to change
 * the strategy of a service without a forced deployment.
 */
function capacityProviders(spotPercent: number) {
  if (spotPercent === 0) return [{ capacityProvider: "FARGATE", weight: 1 }];
  return [
    { capacityProvider: "FARGATE", base: 1, weight: 100 - spotPercent },
    { capacityProvider: "FARGATE_SPOT", weight: spotPercent },
  ];
}
