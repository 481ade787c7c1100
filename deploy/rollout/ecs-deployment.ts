import type { ServiceDeployment, ServiceDeploymentStatus, ServiceRevision } from "@aws-sdk/client-ecs";
import type { EcsPort } from "../ports/ecs-port";
import type { DeploymentLook, Phase } from "./look";
import type { StartedRollout } from "./rollout";

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-deployment.html */
const phases: Readonly<Record<ServiceDeploymentStatus, Phase>> = {
  PENDING: "under-way",
  IN_PROGRESS: "under-way",
  STOP_REQUESTED: "under-way",
  ROLLBACK_REQUESTED: "rolling-back",
  ROLLBACK_IN_PROGRESS: "rolling-back",
  SUCCESSFUL: "succeeded",
  ROLLBACK_SUCCESSFUL: "rolled-back",
  ROLLBACK_FAILED: "rollback-failed",
  STOPPED: "stopped",
};

/** Statuses of deployments that ECS still works on. */
export const ecsStatusesUnderWay = [
  "PENDING",
  "IN_PROGRESS",
  "STOP_REQUESTED",
  "ROLLBACK_REQUESTED",
  "ROLLBACK_IN_PROGRESS",
] as const satisfies readonly ServiceDeploymentStatus[];

/** Looks again and again at one service deployment of ECS. */
export interface EcsDeploymentReader {
  read(): Promise<DeploymentLook | undefined>;
  /** Target groups that the deployment's tasks are in, as far as ECS told. */
  groups(): readonly string[] | undefined;
}

/** How many of the newest deployments are searched for ours. */
const searched = 10;

export function readEcsDeployment(rollout: StartedRollout, ecs: EcsPort): EcsDeploymentReader {
  const revisions = new Map<string, ServiceRevision>();
  let ours: string | undefined;
  let groups: readonly string[] | undefined;

  const revisionOf = async (arn: string | undefined): Promise<ServiceRevision | undefined> => {
    if (arn === undefined) return undefined;
    if (!revisions.has(arn)) {
      const [revision] = await ecs.describeServiceRevisions([arn]);
      if (revision !== undefined) revisions.set(arn, revision);
    }
    return revisions.get(arn);
  };

  const bringsOurs = async (deployment: ServiceDeployment): Promise<boolean> => {
    const target = await revisionOf(deployment.targetServiceRevision?.arn);
    groups = target?.resolvedConfiguration?.loadBalancers?.flatMap((one) => one.targetGroupArn ?? []);
    return target?.taskDefinition === rollout.revisionArn;
  };

  const search = async (after?: ServiceDeployment): Promise<ServiceDeployment | undefined> => {
    const { cluster, serviceName } = rollout.target;
    const listed = await ecs.listServiceDeployments(cluster, serviceName, { limit: searched });
    const known = [rollout.before.currentServiceDeployment, after?.serviceDeploymentArn];
    const arns = listed
      .filter(({ serviceDeploymentArn, createdAt }) => {
        const isNewer = isNotOlder(createdAt, after?.createdAt ?? primaryOf(rollout.before)?.createdAt);
        return isNewer && !known.includes(serviceDeploymentArn);
      })
      .flatMap(({ serviceDeploymentArn }) => serviceDeploymentArn ?? []);
    if (arns.length === 0) return undefined;
    const found = await ecs.describeServiceDeployments(arns);
    for (const deployment of found.toSorted((one, other) => timeOf(other) - timeOf(one))) {
      if (await bringsOurs(deployment)) return deployment;
    }
    return undefined;
  };

  const find = async (): Promise<ServiceDeployment | undefined> => {
    if (ours !== undefined) {
      const [known] = await ecs.describeServiceDeployments([ours]);
      if (known?.status !== "STOPPED") return known;
      // Somebody forced a new deployment of what ours brings: that one is how it ends.
      return (await search(known)) ?? known;
    }
    // What UpdateService called the current deployment may have been the one before: ECS lags.
    if (rollout.deployment.startsWith("arn:")) {
      const [named] = await ecs.describeServiceDeployments([rollout.deployment]);
      if (named !== undefined && (await bringsOurs(named))) return named;
    }
    return search();
  };

  return {
    groups: () => groups,
    async read() {
      const found = await find();
      if (found === undefined) return undefined;
      ours = found.serviceDeploymentArn;
      const back = await revisionOf(found.rollback?.serviceRevisionArn);
      return ecsDeploymentLook(found, rollout.revisionArn, back?.taskDefinition);
    },
  };
}

export function ecsDeploymentLook(
  deployment: ServiceDeployment,
  revisionArn: string | undefined,
  backTo?: string,
): DeploymentLook {
  const { status = "PENDING", lifecycleStage, targetServiceRevision, alarms, rollback } = deployment;
  const weight = targetServiceRevision?.requestedProductionTrafficWeight;
  const reason = rollback?.reason ?? deployment.statusReason;
  return {
    id: deployment.serviceDeploymentArn ?? "",
    phase: phases[status],
    status,
    ...(lifecycleStage === undefined ? {} : { stage: lifecycleStage }),
    ...(revisionArn === undefined ? {} : { revisionArn }),
    ...(backTo === undefined ? {} : { backTo }),
    ...(weight === undefined ? {} : { trafficPercent: weight }),
    alarms: alarms?.triggeredAlarmNames ?? [],
    isBreakerTripped: deployment.deploymentCircuitBreaker?.status === "TRIGGERED",
    failedHooks: (deployment.lifecycleHookDetails ?? [])
      .filter(({ status: hook }) => hook === "FAILED" || hook === "TIMED_OUT")
      .map(({ hookId, targetArn }) => hookId ?? targetArn ?? "hook"),
    ...(reason === undefined || reason === "" ? {} : { reason }),
  };
}

/** The one that served before: a revision may have been deployed long ago already. */
function primaryOf({ deployments }: StartedRollout["before"]) {
  return deployments?.find(({ status }) => status === "PRIMARY");
}

function isNotOlder(createdAt: Date | undefined, than: Date | undefined): boolean {
  return createdAt === undefined || than === undefined || createdAt >= than;
}

function timeOf({ createdAt }: ServiceDeployment): number {
  return createdAt?.getTime() ?? 0;
}
