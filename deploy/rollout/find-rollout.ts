import type { DeploymentInfo } from "@aws-sdk/client-codedeploy";
import type { Service, ServiceDeploymentStatus } from "@aws-sdk/client-ecs";
import type { CodeDeployTarget, DeliveryTarget } from "../../contract/delivery-target";
import type { CodeDeployPort } from "../ports/codedeploy-port";
import type { AwsPorts } from "../ports/ports";
import { readCodeDeployDeployment } from "./codedeploy-deployment";
import { ecsDeploymentLook, ecsStatusesUnderWay } from "./ecs-deployment";
import type { DeploymentLook } from "./look";
import { serviceLook } from "./service-look";

/** A deployment that somebody started. */
export interface FoundRollout {
  /** ARN of the service deployment, or id of CodeDeploy's. */
  readonly deployment: string;
  /** Whether AWS still works on it, a rollback included. */
  readonly isUnderWay: boolean;
  /** AWS's own word. */
  readonly status: string;
  readonly stage?: string;
  /** ISO 8601. */
  readonly startedAt?: string;
  /** Revision that it brings; empty while AWS does not tell. */
  readonly revisionArn: string;
  /** Share of production traffic (percent) that it gets, as far as AWS tells. */
  readonly trafficPercent?: number;
  /** ARNs of target groups that its tasks are in, as far as AWS tells. */
  readonly groups: readonly string[];
  /** The service as it was before, as far as AWS still tells: `taskDefinition` is the revision that it ran. */
  readonly before: Service;
}

/** The deployment that is under way now: what `wait` waits for, and a new deploy must not disturb. */
export function findRolloutUnderWay(
  target: DeliveryTarget,
  service: Service,
  ports: AwsPorts,
): Promise<FoundRollout | undefined> {
  return target.codedeploy === undefined
    ? findEcs(target, service, ports, ecsStatusesUnderWay)
    : findCodeDeployUnderWay(target, target.codedeploy, service, ports);
}

/**
 * The newest deployment, over or not: `wait` after the end judges this one again. One that was rolled back is newer than the one that
 * serves.
 */
export async function findLatestRollout(
  target: DeliveryTarget,
  service: Service,
  ports: AwsPorts,
): Promise<FoundRollout | undefined> {
  if (target.codedeploy === undefined) return findEcs(target, service, ports, undefined);
  const underWay = await findCodeDeployUnderWay(target, target.codedeploy, service, ports);
  if (underWay !== undefined) return underWay;
  const info = await findNewestOver(target.codedeploy, service, ports.codedeploy);
  if (info?.deploymentId === undefined) return undefined;
  return describeCodeDeploy(info.deploymentId, info, target, service, ports);
}

/** The newest deployment of a group that has none under way; a rollback counts as the deployment that failed. */
async function findNewestOver(
  { application, deploymentGroup }: CodeDeployTarget,
  service: Service,
  codedeploy: CodeDeployPort,
): Promise<DeploymentInfo | undefined> {
  const servingId = service.taskSets?.find(({ status }) => status === "PRIMARY")?.externalId;
  const serving = servingId === undefined ? undefined : await codedeploy.getDeployment(servingId);
  const ids = await codedeploy.listDeploymentsSince(application, deploymentGroup, serving?.createTime);
  const newer = await Promise.all(ids.map((id) => codedeploy.getDeployment(id)));
  const origins = await Promise.all(
    [serving, ...newer].flatMap((info) => (info === undefined ? [] : [originOf(info, codedeploy)])),
  );
  return origins.toSorted((one, other) => createdAt(other) - createdAt(one))[0];
}

async function originOf(info: DeploymentInfo, codedeploy: CodeDeployPort): Promise<DeploymentInfo> {
  const failed = info.rollbackInfo?.rollbackTriggeringDeploymentId;
  return (failed === undefined ? undefined : await codedeploy.getDeployment(failed)) ?? info;
}

function createdAt({ createTime }: DeploymentInfo): number {
  return createTime?.getTime() ?? 0;
}

async function findEcs(
  { cluster, serviceName }: DeliveryTarget,
  service: Service,
  { ecs }: AwsPorts,
  statuses: readonly ServiceDeploymentStatus[] | undefined,
): Promise<FoundRollout | undefined> {
  const [brief] = await ecs.listServiceDeployments(cluster, serviceName, {
    ...(statuses === undefined ? {} : { statuses }),
    limit: 1,
  });
  const arn = brief?.serviceDeploymentArn;
  if (arn === undefined) return undefined;
  const [deployment] = await ecs.describeServiceDeployments([arn]);
  if (deployment === undefined) return undefined;
  const { targetServiceRevision, sourceServiceRevisions, startedAt, createdAt } = deployment;
  const bringing = targetServiceRevision?.arn;
  const replacing = sourceServiceRevisions?.find(({ arn: source }) => source !== bringing)?.arn;
  const revisions = await ecs.describeServiceRevisions([bringing, replacing].flatMap((one) => one ?? []));
  const groups = revisions
    .find(({ serviceRevisionArn }) => serviceRevisionArn === bringing)
    ?.resolvedConfiguration?.loadBalancers?.flatMap(({ targetGroupArn }) => targetGroupArn ?? []);
  const definitionOf = (revision: string | undefined): string | undefined =>
    revisions.find(({ serviceRevisionArn }) => serviceRevisionArn === revision)?.taskDefinition;
  const before = {
    ...service,
    taskDefinition: definitionOf(replacing),
    currentServiceDeployment: undefined,
    deployments: [],
  };
  const look = ecsDeploymentLook(deployment, definitionOf(bringing));
  return { ...found(look, startedAt ?? createdAt, before), groups: groups ?? [] };
}

async function findCodeDeployUnderWay(
  target: DeliveryTarget,
  { application, deploymentGroup }: CodeDeployTarget,
  service: Service,
  ports: AwsPorts,
): Promise<FoundRollout | undefined> {
  const [active] = await ports.codedeploy.listActiveDeployments(application, deploymentGroup);
  const info = active === undefined ? undefined : await ports.codedeploy.getDeployment(active);
  if (active === undefined || info === undefined) return undefined;
  // A rollback is a deployment of its own; what is told of it is how the one that failed goes on.
  const origin = await originOf(info, ports.codedeploy);
  return describeCodeDeploy(origin.deploymentId ?? active, origin, target, service, ports);
}

async function describeCodeDeploy(
  id: string,
  info: DeploymentInfo,
  target: DeliveryTarget,
  service: Service,
  ports: AwsPorts,
): Promise<FoundRollout | undefined> {
  const read = await readCodeDeployDeployment(id, target, ports.codedeploy);
  const look = read?.(serviceLook(service).sets);
  const others = (service.taskSets ?? []).filter(({ externalId }) => externalId !== id);
  const before = { ...service, taskSets: others.map((set) => ({ ...set, status: "PRIMARY" })) };
  return look === undefined ? undefined : found(look, info.createTime, before, info.description);
}

/** @param description startRollout puts the revision there, which is told before its tasks exist */
function found(
  look: DeploymentLook,
  startedAt: Date | undefined,
  before: Service,
  description = "",
): FoundRollout {
  const { id, phase, status, stage, revisionArn, trafficPercent } = look;
  return {
    deployment: id,
    isUnderWay: phase === "under-way" || phase === "rolling-back",
    status,
    ...(stage === undefined ? {} : { stage }),
    ...(startedAt === undefined ? {} : { startedAt: startedAt.toISOString() }),
    revisionArn: revisionArn ?? (description.startsWith("arn:") ? description : ""),
    ...(trafficPercent === undefined ? {} : { trafficPercent }),
    groups: [],
    before,
  };
}
