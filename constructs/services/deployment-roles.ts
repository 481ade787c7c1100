import type { Construct } from "constructs";
import { hooksRoleName, infrastructureRoleName } from "../../limits/resource-names";
import type { DeploymentHook } from "../../contract/deployment";
import { ServiceRole } from "../permissions/service-role";
import type { ServiceIdentity } from "./service-identity";

/** Who carries out ECS's own deployments. No condition on the account: documentation does not say that ECS sends it. */
const servicePrincipal = "ecs.amazonaws.com";

/** What deployments of a service may move. */
export interface ShiftedTraffic {
  readonly targetGroupArns: readonly string[];
  readonly ruleArns: readonly string[];
}

/**
 * Creates the role that ECS shifts traffic with: what AWS's own policy `AmazonECSInfrastructureRolePolicyForLoadBalancers` allows on all
 * load balancers, limited to this pair of target groups and these rules. Listeners stay closed: services stand behind rules.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AmazonECSInfrastructureRolePolicyForLoadBalancers.html
 */
export function createInfrastructureRole(
  scope: Construct,
  { environment, name }: ServiceIdentity,
  { targetGroupArns, ruleArns }: ShiftedTraffic,
): ServiceRole {
  return new ServiceRole(scope, "InfrastructureRole", {
    name: infrastructureRoleName(environment, name),
    description: `ECS shifts the traffic of ${name}`,
    servicePrincipal,
    statements: [
      {
        sid: "ReadLoadBalancers",
        actions: [
          "elasticloadbalancing:DescribeListeners",
          "elasticloadbalancing:DescribeRules",
          "elasticloadbalancing:DescribeTargetGroups",
          "elasticloadbalancing:DescribeTargetHealth",
        ],
        resources: ["*"],
      },
      {
        sid: "RegisterTasks",
        actions: ["elasticloadbalancing:DeregisterTargets", "elasticloadbalancing:RegisterTargets"],
        resources: [...targetGroupArns],
      },
      { sid: "ShiftTraffic", actions: ["elasticloadbalancing:ModifyRule"], resources: [...ruleArns] },
    ],
  });
}

/**
 * Creates the role that ECS calls deployment hooks with: these functions and no others.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/blue-green-permissions.html
 */
export function createHooksRole(
  scope: Construct,
  { environment, name }: ServiceIdentity,
  hooks: readonly DeploymentHook[],
): ServiceRole {
  return new ServiceRole(scope, "HooksRole", {
    name: hooksRoleName(environment, name),
    description: `ECS calls the deployment hooks of ${name}`,
    servicePrincipal,
    statements: [callHooks(hooks)],
  });
}

/** Lets a role call the functions of hooks. */
export function callHooks(hooks: readonly DeploymentHook[]) {
  return {
    sid: "CallHooks",
    actions: ["lambda:InvokeFunction"],
    resources: [...new Set(hooks.map(({ functionArn }) => functionArn))].sort(),
  };
}
