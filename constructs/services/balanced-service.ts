import type { Construct } from "constructs";
import type { CodeDeployTarget } from "../../contract/delivery-target";
import type { Deployment } from "../../contract/deployment";
import { deploymentKind, isMoving } from "../../contract/ownership";
import type { SecurityGroupPeer } from "../network/security-group";
import { ErrorAlarm } from "../observability/error-alarm";
import { CodeDeploy } from "./codedeploy";
import { ContainerService } from "./container-service";
import type { ContainerServiceSettings, ServiceIngress, TrafficShift } from "./container-service-settings";
import { defaultDeployment } from "./default-deployment";
import { createInfrastructureRole } from "./deployment-roles";
import { trafficOnFirstGroup } from "./moving-guard";
import { watchedAlarms } from "./service-deployment";
import { createTraffic, type ServiceRoute, type ServiceTraffic } from "./service-traffic";
import { TargetGroup, type HealthCheck } from "./target-group";

/** What frontends and backends take: the settings of every service, and how their load balancer treats the tasks. */
export interface BalancedServiceSettings extends ContainerServiceSettings {
  /** Port the application container listens on. */
  readonly port: number;
  /**
   * How the load balancer finds out whether a task can take requests.
   *
   * @default - `/` must answer with a status from 200 to 399
   */
  readonly healthCheck?: HealthCheck;
  /**
   * Seconds that running requests get before a stopping task loses its connections; at least the longest request, at
   * most `stopTimeoutSeconds`.
   *
   * @default 30
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html#deregistration-delay
   */
  readonly deregistrationDelaySeconds?: number;
}

/** The load balancer that a service stands behind. */
export interface BalancerOfService {
  readonly securityGroup: SecurityGroupPeer;
  readonly arnSuffix: string;
  /** Listener that gets the service's rules. */
  readonly listenerArn: string;
}

export interface BalancedService {
  readonly service: ContainerService;
  /** Undefined unless CodeDeploy deploys the service. */
  readonly codedeploy: CodeDeployTarget | undefined;
}

/** Creates the service behind its rules and target groups; only the load balancer reaches the tasks. */
export function createBalancedService(
  scope: Construct,
  props: BalancedServiceSettings,
  loadBalancer: BalancerOfService,
  routes: readonly ServiceRoute[],
): BalancedService {
  const deployment = props.deployment ?? defaultDeployment;
  const groups = createTargetGroups(scope, props, deployment);
  const traffic = createTraffic(scope, {
    ...groups,
    deployment,
    routes,
    listenerArn: loadBalancer.listenerArn,
  });
  const errorAlarm = createErrorAlarm(scope, props, deployment, loadBalancer, groups);
  const service = new ContainerService(scope, "Resource", {
    ...props,
    ingress: {
      from: loadBalancer.securityGroup,
      port: props.port,
      targetGroupArn: groups.group.arn,
      healthCheckPath: props.healthCheck?.path ?? "/",
      graceSeconds: props.healthCheck?.graceSeconds ?? 60,
      requestCountLabel: `${loadBalancer.arnSuffix}/${groups.group.arnSuffix}`,
      rules: [...traffic.rules, ...(traffic.testRule ? [traffic.testRule] : [])],
      shift: createShift(scope, props, deployment, groups, traffic),
      errorAlarmName: errorAlarm?.name,
      precondition: createPrecondition(scope, deployment, groups.group, loadBalancer, routes),
    },
  });
  const codedeploy = createCodeDeploy(scope, props, deployment, {
    listenerArn: loadBalancer.listenerArn,
    groups,
    traffic,
    service,
    alarmNames: watchedAlarms(deployment, errorAlarm?.name),
  });
  return { service, codedeploy };
}

interface TargetGroups {
  readonly group: TargetGroup;
  /** Undefined with rolling deployments. */
  readonly alternateGroup: TargetGroup | undefined;
}

function createTargetGroups(
  scope: Construct,
  props: BalancedServiceSettings,
  deployment: Deployment,
): TargetGroups {
  const common = {
    environment: props.environment,
    service: props.name,
    vpcId: props.network.vpcId,
    port: props.port,
    healthCheck: props.healthCheck ?? {},
    deregistrationDelaySeconds: props.deregistrationDelaySeconds ?? 30,
  };
  return {
    group: new TargetGroup(scope, "TargetGroup", common),
    alternateGroup:
      deployment.strategy === "rolling"
        ? undefined
        : new TargetGroup(scope, "AlternateTargetGroup", { ...common, isAlternate: true }),
  };
}

function createErrorAlarm(
  scope: Construct,
  { environment, name }: BalancedServiceSettings,
  { alarms: { errorPercent, periodSeconds, evaluationPeriods } }: Deployment,
  loadBalancer: BalancerOfService,
  { group, alternateGroup }: TargetGroups,
): ErrorAlarm | undefined {
  if (errorPercent === undefined) return undefined;
  return new ErrorAlarm(scope, "ErrorAlarm", {
    environment,
    service: name,
    loadBalancerArnSuffix: loadBalancer.arnSuffix,
    targetGroupArnSuffixes: [group, ...(alternateGroup ? [alternateGroup] : [])].map(
      ({ arnSuffix }) => arnSuffix,
    ),
    errorPercent,
    periodSeconds,
    evaluationPeriods,
  });
}

function createShift(
  scope: Construct,
  props: BalancedServiceSettings,
  deployment: Deployment,
  { group, alternateGroup }: TargetGroups,
  { rules: [productionRule], testRule }: ServiceTraffic,
): TrafficShift | undefined {
  if (deploymentKind(deployment) !== "ecs-native" || !alternateGroup || !productionRule) return undefined;
  const role = createInfrastructureRole(scope, props, {
    targetGroupArns: [group.arn, alternateGroup.arn],
    ruleArns: [productionRule, ...(testRule ? [testRule] : [])].map(({ arn }) => arn),
  });
  return {
    advancedConfiguration: {
      alternateTargetGroupArn: alternateGroup.arn,
      productionListenerRule: productionRule.arn,
      testListenerRule: testRule?.arn,
      roleArn: role.arn,
    },
    permissions: role.policies,
  };
}

function createPrecondition(
  scope: Construct,
  deployment: Deployment,
  group: TargetGroup,
  { listenerArn }: BalancerOfService,
  [route]: readonly ServiceRoute[],
): ServiceIngress["precondition"] {
  if (!isMoving(deployment) || !route) return undefined;
  return trafficOnFirstGroup(scope, { listenerArn, priority: route.priority }, group);
}

function createCodeDeploy(
  scope: Construct,
  props: BalancedServiceSettings,
  deployment: Deployment,
  parts: {
    readonly listenerArn: string;
    readonly groups: TargetGroups;
    readonly traffic: ServiceTraffic;
    readonly service: ContainerService;
    readonly alarmNames: readonly string[];
  },
): CodeDeployTarget | undefined {
  const { groups, traffic, service, listenerArn, alarmNames } = parts;
  if (deployment.strategy === "rolling" || deployment.controller === "ecs" || !groups.alternateGroup)
    return undefined;
  return new CodeDeploy(scope, "CodeDeploy", {
    ...props,
    deployment,
    clusterName: props.cluster.clusterName,
    clusterArn: props.cluster.clusterArn,
    service: service.resource,
    roleArns: [service.executionRoleArn, service.taskRoleArn],
    listenerArn,
    ruleArns: traffic.rules.map(({ arn }) => arn),
    targetGroupNames: [groups.group.name, groups.alternateGroup.name],
    alarmNames,
  }).target;
}
