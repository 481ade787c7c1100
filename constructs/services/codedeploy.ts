import { CodedeployApp } from "@cdktf/provider-aws/lib/codedeploy-app";
import { CodedeployDeploymentConfig } from "@cdktf/provider-aws/lib/codedeploy-deployment-config";
import { CodedeployDeploymentGroup } from "@cdktf/provider-aws/lib/codedeploy-deployment-group";
import type { EcsService } from "@cdktf/provider-aws/lib/ecs-service";
import { Construct } from "constructs";
import type { CodeDeployTarget } from "../../contract/delivery-target";
import type { ShiftingDeployment } from "../../contract/deployment";
import { codedeployName, codedeployRoleName } from "../../limits/resource-names";
import { ServiceRole, type PolicyStatement } from "../permissions/service-role";
import { callHooks } from "./deployment-roles";
import type { ServiceIdentity } from "./service-identity";

export interface CodeDeployProps extends ServiceIdentity {
  readonly deployment: ShiftingDeployment;
  readonly clusterName: string;
  readonly clusterArn: string;
  readonly service: EcsService;
  /** Roles of the tasks, which a new set of tasks gets. */
  readonly roleArns: readonly string[];
  readonly listenerArn: string;
  /** Rules of this service on the listener: the only ones that the role may change. */
  readonly ruleArns: readonly string[];
  readonly targetGroupNames: readonly [string, string];
  readonly alarmNames: readonly string[];
}

/**
 * Deployments of one ECS service by CodeDeploy. Its role may change the rules of this service and nothing else of the listener, which other
 * services may share.
 *
 * Creates: application; deployment group; deployment configuration for canary and linear; role.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-steps-ecs.html
 */
export class CodeDeploy extends Construct {
  /** What the application pipeline needs to know. */
  readonly target: CodeDeployTarget;

  constructor(scope: Construct, id: string, props: CodeDeployProps) {
    super(scope, id);
    const application = new CodedeployApp(this, "Resource", {
      name: codedeployName(props.environment, props.name),
      computePlatform: "ECS",
    }).name;
    const configuration = this.createConfiguration(props);
    const deploymentGroup = this.createGroup(props, application, configuration, this.createRole(props));
    this.target = { application, deploymentGroup, ...hooksByStage(props.deployment) };
  }

  private createRole(props: CodeDeployProps): ServiceRole {
    return new ServiceRole(this, "Role", {
      name: codedeployRoleName(props.environment, props.name),
      description: `CodeDeploy deploys ${props.name}`,
      servicePrincipal: "codedeploy.amazonaws.com",
      account: props.account,
      statements: statements(props),
    });
  }

  /** A configuration never changes: another one has another name, and the group uses it before the old one goes. */
  private createConfiguration({ environment, name, deployment }: CodeDeployProps): string {
    const routing = trafficRouting(deployment);
    if (!routing) return "CodeDeployDefault.ECSAllAtOnce";
    const { steps, ...trafficRoutingConfig } = routing;
    return new CodedeployDeploymentConfig(this, "Configuration", {
      deploymentConfigName: `${codedeployName(environment, name)}-${steps}`,
      computePlatform: "ECS",
      trafficRoutingConfig,
      lifecycle: { createBeforeDestroy: true },
    }).deploymentConfigName;
  }

  private createGroup(
    props: CodeDeployProps,
    appName: string,
    deploymentConfigName: string,
    role: ServiceRole,
  ): string {
    const { deployment, alarmNames, targetGroupNames } = props;
    const hasAlarms = alarmNames.length > 0;
    return new CodedeployDeploymentGroup(this, "Group", {
      appName,
      deploymentGroupName: codedeployName(props.environment, props.name),
      deploymentConfigName,
      serviceRoleArn: role.arn,
      deploymentStyle: { deploymentType: "BLUE_GREEN", deploymentOption: "WITH_TRAFFIC_CONTROL" },
      blueGreenDeploymentConfig: {
        deploymentReadyOption: { actionOnTimeout: "CONTINUE_DEPLOYMENT" },
        terminateBlueInstancesOnDeploymentSuccess: {
          action: "TERMINATE",
          terminationWaitTimeInMinutes: deployment.bakeMinutes,
        },
      },
      autoRollbackConfiguration: {
        enabled: true,
        events: [
          "DEPLOYMENT_FAILURE",
          "DEPLOYMENT_STOP_ON_REQUEST",
          ...(hasAlarms ? ["DEPLOYMENT_STOP_ON_ALARM"] : []),
        ],
      },
      alarmConfiguration: hasAlarms ? { enabled: true, alarms: [...alarmNames] } : undefined,
      ecsService: { clusterName: props.clusterName, serviceName: props.service.name },
      loadBalancerInfo: {
        targetGroupPairInfo: {
          prodTrafficRoute: { listenerArns: [props.listenerArn] },
          targetGroup: targetGroupNames.map((name) => ({ name })),
        },
      },
      dependsOn: [...role.policies],
    }).deploymentGroupName;
  }
}

function hooksByStage({ hooks }: ShiftingDeployment): Pick<CodeDeployTarget, "hooks"> {
  if (hooks.length === 0) return {};
  const functions = hooks.flatMap(({ functionArn, stages }) => stages.map((stage) => [stage, functionArn]));
  return { hooks: Object.fromEntries(functions) };
}

/** @see https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations-create.html */
function trafficRouting({ canary, linear }: ShiftingDeployment) {
  if (canary) {
    const { percent, bakeMinutes } = canary;
    return {
      steps: `canary-${percent}-percent-${bakeMinutes}-minutes`,
      type: "TimeBasedCanary",
      timeBasedCanary: { percentage: percent, interval: bakeMinutes },
    };
  }
  if (linear) {
    const { stepPercent, stepBakeMinutes } = linear;
    return {
      steps: `linear-${stepPercent}-percent-${stepBakeMinutes}-minutes`,
      type: "TimeBasedLinear",
      timeBasedLinear: { percentage: stepPercent, interval: stepBakeMinutes },
    };
  }
  return undefined;
}

/** What AWS's own policy `AWSCodeDeployRoleForECS` allows on everything, limited to this service. */
function statements(props: CodeDeployProps): PolicyStatement[] {
  const { account, region, clusterName, name, deployment } = props;
  const inCluster = `${clusterName}/${name}`;
  return [
    {
      sid: "ReadLoadBalancers",
      actions: [
        "elasticloadbalancing:DescribeListeners",
        "elasticloadbalancing:DescribeRules",
        "elasticloadbalancing:DescribeTargetGroups",
      ],
      resources: ["*"],
    },
    {
      sid: "ShiftTraffic",
      actions: ["elasticloadbalancing:ModifyRule"],
      resources: [...props.ruleArns],
    },
    {
      sid: "ReplaceTasks",
      actions: ["ecs:DeleteTaskSet", "ecs:DescribeServices", "ecs:UpdateServicePrimaryTaskSet"],
      resources: [
        `arn:aws:ecs:${region}:${account}:service/${inCluster}`,
        `arn:aws:ecs:${region}:${account}:task-set/${inCluster}/*`,
      ],
    },
    {
      sid: "StartTasks",
      actions: ["ecs:CreateTaskSet"],
      resources: ["*"],
      condition: [{ test: "ArnEquals", variable: "ecs:cluster", values: [props.clusterArn] }],
    },
    {
      sid: "PassRolesToTasks",
      actions: ["iam:PassRole"],
      resources: [...props.roleArns],
      condition: [
        { test: "StringEquals", variable: "iam:PassedToService", values: ["ecs-tasks.amazonaws.com"] },
      ],
    },
    {
      sid: "WatchAlarms",
      actions: ["cloudwatch:DescribeAlarms"],
      resources: [`arn:aws:cloudwatch:${region}:${account}:alarm:*`],
    },
    ...(deployment.hooks.length > 0 ? [callHooks(deployment.hooks)] : []),
  ];
}
