import { type ServiceRevision } from "@aws-sdk/client-ecs";
import { copyOf } from "../../copy-of";
import { type Region } from "../../region";
import { describeService, type EcsService } from "../ecs-service";
import { resolveImage } from "../pull-image";
import { breakerThreshold } from "./bring-up";
import { newDeployment } from "./new-deployment";
import { rolling } from "./rolling";
import { shifting } from "./shifting";
import { groupPair } from "./traffic";
import { updateDeployment, type DeploymentRecord, type Rollout } from "./rollout";

/** UpdateService with a task definition: a deployment begins, and one that was under way is given up. */
export function beginDeployment(region: Region, service: EcsService, taskDefinitionArn: string): void {
  service.stale = describeService(region, service);
  supersede(region, service);
  const definition = region.taskDefinitions.get(taskDefinitionArn).taskDefinition;
  const deployment = newDeployment(region, service, taskDefinitionArn);
  const revision = newRevision(region, service, taskDefinitionArn);
  service.revisions.unshift(revision);
  for (const old of service.deployments) updateDeployment(region, old, { status: "ACTIVE" });
  service.deployments = [deployment, ...service.deployments];
  service.taskDefinition = taskDefinitionArn;
  const rollout: Rollout = {
    region,
    service,
    deployment,
    revision,
    definition,
    state: newRecord(region, service, deployment.id ?? "", revision),
    outcome: service.outcomes.shift() ?? { outcome: "healthy" },
    before: service.completed,
  };
  service.history.unshift(rollout.state);
  const script = groupPair(service) ? shifting(rollout) : rolling(rollout);
  service.underWay = { rollout, script: region.clock.run(script) };
}

/** A newer deployment takes the place of one that is under way. */
function supersede(region: Region, { underWay }: EcsService): void {
  if (!underWay) return;
  underWay.script.cancel();
  const { record } = underWay.rollout.state;
  if (record.finishedAt || record.stoppedAt) return;
  underWay.rollout.state.isListed = true;
  const now = region.clock.date();
  Object.assign(record, {
    status: "STOPPED",
    statusReason: "The service deployment was superseded by a new service deployment.",
    stoppedAt: now,
    updatedAt: now,
  });
}

export function newRevision(region: Region, service: EcsService, taskDefinitionArn: string): ServiceRevision {
  const { taskDefinition } = region.taskDefinitions.get(taskDefinitionArn);
  const { capacityProviderStrategy, networkConfiguration, platformVersion } = service.settings;
  return {
    serviceRevisionArn: region.arn(
      "ecs",
      `service-revision/${service.cluster}/${service.name}/${region.ids.digits(19)}`,
    ),
    serviceArn: service.arn,
    clusterArn: service.clusterArn,
    taskDefinition: taskDefinitionArn,
    capacityProviderStrategy,
    networkConfiguration,
    platformVersion,
    platformFamily: "Linux",
    loadBalancers: copyOf(service.loadBalancers),
    containerImages: (taskDefinition.containerDefinitions ?? []).map(({ name, image = "" }) => ({
      containerName: name,
      image,
      imageDigest: resolveImage(region, image),
    })),
    resolvedConfiguration: resolvedConfiguration(service),
    guardDutyEnabled: false,
    createdAt: region.clock.date(),
  };
}

/** The group that this revision's tasks are registered with. */
function resolvedConfiguration(service: EcsService): ServiceRevision["resolvedConfiguration"] {
  const pair = groupPair(service);
  if (!pair) return undefined;
  return {
    loadBalancers: [
      {
        targetGroupArn: service.completed ? pair.green : pair.blue,
        productionListenerRule: service.loadBalancers[0]?.advancedConfiguration?.productionListenerRule,
      },
    ],
  };
}

function newRecord(
  region: Region,
  service: EcsService,
  deploymentId: string,
  revision: ServiceRevision,
): DeploymentRecord {
  const now = region.clock.date();
  const { deploymentCircuitBreaker: breaker, alarms } = service.deploymentConfiguration;
  const id = region.ids.hex(21);
  return {
    deploymentId,
    isListed: false,
    record: {
      serviceDeploymentArn: region.arn("ecs", `service-deployment/${service.cluster}/${service.name}/${id}`),
      serviceArn: service.arn,
      clusterArn: service.clusterArn,
      createdAt: now,
      updatedAt: now,
      status: "PENDING",
      sourceServiceRevisions: service.completed ? [{ arn: service.completed.revisionArn }] : [],
      targetServiceRevision: { arn: revision.serviceRevisionArn },
      deploymentConfiguration: copyOf(service.deploymentConfiguration),
      deploymentCircuitBreaker: {
        status: breaker?.enable ? "MONITORING" : "DISABLED",
        failureCount: 0,
        threshold: breakerThreshold(service.desiredCount),
      },
      alarms: {
        status: alarms?.enable ? "MONITORING" : "DISABLED",
        alarmNames: alarms?.alarmNames ?? [],
        triggeredAlarmNames: [],
      },
    },
  };
}
