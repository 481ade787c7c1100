import type { ServiceDeploymentBrief } from "@aws-sdk/client-ecs";
import { gatherFacts, runningRevision, type Facts } from "../preconditions/facts";
import { releaseSummary, type ReleaseSummary } from "../release/release-summary";
import { shortName } from "../rollout/short-name";
import { locate } from "../target/locate";
import type { ServicesRequest } from "./delivery-request";
import { findService } from "./find-service";
import { refusalOf } from "./refusal-of";

export interface HistoryRequest extends ServicesRequest {
  /** Releases and deployments at most, each. */
  readonly limit: number;
}

export interface ServiceHistory {
  readonly environment: string;
  readonly service: string;
  /** Newest first. */
  readonly releases: readonly PastRelease[];
  /** Newest first; AWS keeps them for 90 days, and none of services that CodeDeploy deploys. */
  readonly deployments: readonly PastDeployment[];
}

/** What became of a release: proved healthy, deployed and not kept, under way or not judged, or registered only. */
export type ReleaseOutcome = "healthy" | "rolled back" | "not proved" | "never used";

export interface PastRelease extends ReleaseSummary {
  readonly outcome: ReleaseOutcome;
  readonly isRunning: boolean;
}

export interface PastDeployment {
  readonly deployment: string;
  /** Revision that it brought, `dev-orders:13`. */
  readonly revision?: string;
  /** AWS's own word. */
  readonly status: string;
  readonly statusReason?: string;
  /** ISO 8601. */
  readonly startedAt?: string;
  readonly finishedAt?: string;
}

/** Releases and deployments of services. @throws PreconditionError */
export async function history(request: HistoryRequest): Promise<readonly ServiceHistory[]> {
  const { environment, services, source, access, limit } = request;
  return Promise.all(
    services.map(async (service) => {
      try {
        return await historyOf(gatherFacts(await locate({ environment, service }, source, access)), limit);
      } catch (error) {
        throw refusalOf(error, `${environment}/${service}`);
      }
    }),
  );
}

async function historyOf(facts: Facts, limit: number): Promise<ServiceHistory> {
  const { target, aws } = facts;
  const service = await findService(facts);
  const running = shortName(runningRevision(service));
  const [listed, deployments] = await Promise.all([
    aws.ecs.listTaskDefinitions(target.taskFamily, limit),
    deploymentsOf(facts, limit),
  ]);
  // A release that was not kept is taken back: AWS lists it no more, and still describes it.
  const names = [...listed.map(shortName), ...deployments.flatMap(({ revision }) => revision ?? [])]
    .filter((name) => name.startsWith(`${target.taskFamily}:`))
    .toSorted((one, other) => numberOf(other) - numberOf(one));
  const revisions = await Promise.all(
    [...new Set(names)].slice(0, limit).map((name) => aws.ecs.describeTaskDefinition(name)),
  );
  const releases = revisions
    .flatMap((revision) => (revision === undefined ? [] : [releaseSummary(target, revision)]))
    // Terraform's templates are revisions of the same family.
    .filter(({ digest }) => digest !== undefined)
    .map((release) => ({
      ...release,
      outcome: outcomeOf(release, deployments, release.revision === running),
      isRunning: release.revision === running,
    }));
  return { environment: target.environment, service: target.service, releases, deployments };
}

function numberOf(revision: string): number {
  return Number(revision.slice(revision.lastIndexOf(":") + 1));
}

function outcomeOf(
  { healthyAt, revision }: ReleaseSummary,
  deployments: readonly PastDeployment[],
  isRunning: boolean,
): ReleaseOutcome {
  if (healthyAt !== undefined) return "healthy";
  const last = deployments.find((deployment) => deployment.revision === revision);
  if (last !== undefined && /^(ROLLBACK_SUCCESSFUL|STOPPED|ROLLBACK_FAILED)$/.test(last.status))
    return "rolled back";
  return last !== undefined || isRunning ? "not proved" : "never used";
}

async function deploymentsOf({ target, aws }: Facts, limit: number): Promise<readonly PastDeployment[]> {
  if (target.controller === "codedeploy") return [];
  const briefs = await aws.ecs.listServiceDeployments(target.cluster, target.serviceName, { limit });
  const arns = [...new Set(briefs.flatMap(({ targetServiceRevisionArn }) => targetServiceRevisionArn ?? []))];
  const revisions = await aws.ecs.describeServiceRevisions(arns);
  const definitions = new Map(
    revisions.map(({ serviceRevisionArn, taskDefinition }) => [serviceRevisionArn, taskDefinition]),
  );
  return briefs.map((brief) => pastDeployment(brief, definitions.get(brief.targetServiceRevisionArn)));
}

function pastDeployment(brief: ServiceDeploymentBrief, revisionArn: string | undefined): PastDeployment {
  const {
    serviceDeploymentArn = "",
    status = "UNKNOWN",
    statusReason,
    startedAt,
    createdAt,
    finishedAt,
  } = brief;
  const began = startedAt ?? createdAt;
  return {
    deployment: shortName(serviceDeploymentArn),
    ...(revisionArn !== undefined && { revision: shortName(revisionArn) }),
    status,
    ...(statusReason !== undefined && { statusReason }),
    ...(began !== undefined && { startedAt: began.toISOString() }),
    ...(finishedAt !== undefined && { finishedAt: finishedAt.toISOString() }),
  };
}
