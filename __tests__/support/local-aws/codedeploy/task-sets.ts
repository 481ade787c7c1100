import { type TaskSet } from "@aws-sdk/client-ecs";
import { type Region } from "../region";
import { type CodeDeployment, type DeploymentGroup } from "./deployment-group";

/** The group that the primary task set is behind. */
export function servingGroup({ service, targetGroups }: DeploymentGroup): string {
  const primary = service.taskSets.find(({ status }) => status === "PRIMARY");
  return primary?.loadBalancers?.[0]?.targetGroupArn ?? targetGroups[0];
}

export function otherGroup(group: DeploymentGroup): string {
  const serving = servingGroup(group);
  return group.targetGroups.find((arn) => arn !== serving) ?? serving;
}

/** A set of tasks that CodeDeploy makes; its tasks come later. */
export function newTaskSet(region: Region, deployment: CodeDeployment, targetGroupArn: string): TaskSet {
  const { group, taskDefinition, info } = deployment;
  const { service } = group;
  const number = region.ids.digits(19);
  const now = region.clock.date();
  const { networkConfiguration, capacityProviderStrategy } = service.settings;
  return {
    id: `ecs-svc/${number}`,
    taskSetArn: region.arn("ecs", `task-set/${service.cluster}/${service.name}/ecs-svc/${number}`),
    serviceArn: service.arn,
    clusterArn: service.clusterArn,
    startedBy: "CODE_DEPLOY",
    externalId: info.deploymentId,
    status: "ACTIVE",
    taskDefinition,
    computedDesiredCount: service.desiredCount,
    createdAt: now,
    updatedAt: now,
    platformVersion: "1.4.0",
    platformFamily: "Linux",
    networkConfiguration,
    capacityProviderStrategy,
    loadBalancers: service.loadBalancers.map((balancer) => ({ ...balancer, targetGroupArn })),
    scale: { value: 100, unit: "PERCENT" },
    stabilityStatus: "STABILIZING",
    stabilityStatusAt: now,
    tags: [],
  };
}
