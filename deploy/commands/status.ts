import type { Service } from "@aws-sdk/client-ecs";
import type { PreconditionError } from "../precondition-error";
import { gatherFacts, type Facts } from "../preconditions/facts";
import type { TaggedRevision } from "../ports/ecs-port";
import { releaseSummary, type ReleaseSummary } from "../release/release-summary";
import { readReleaseTags } from "../release/release-tags";
import { templateChanges } from "../release/template-changes";
import { describeSituation, type Situation } from "../rollout/situation";
import { shortName } from "../rollout/short-name";
import { locate } from "../target/locate";
import type { ServicesRequest } from "./delivery-request";
import { findService } from "./find-service";
import { refusalOf } from "./refusal-of";

/** What one service runs in one environment. */
export interface ServiceStatus {
  readonly environment: string;
  readonly service: string;
  readonly account: string;
  readonly runs: RunningRelease;
  readonly template: TemplateStatus;
  readonly tasks: Situation["tasks"];
  readonly targets?: Situation["targets"];
  readonly alarmsFiring: readonly string[];
  readonly underWay?: DeploymentUnderWay;
  readonly environmentTag: EnvironmentTag;
}

export interface RunningRelease extends ReleaseSummary {
  /** True until the first deploy: what runs is the image that Terraform began with. */
  readonly isSeed: boolean;
  /** Tags of the image in the registry. */
  readonly imageTags: readonly string[];
  /** Since when, ISO 8601. */
  readonly since?: string;
}

export interface TemplateStatus {
  /** Terraform's revision. */
  readonly revision: string;
  /** Whether what runs was made from an older one. */
  readonly isNewer: boolean;
  /** What a sync would bring: names, and no values. */
  readonly changes: readonly string[];
}

export interface DeploymentUnderWay {
  readonly deployment: string;
  /** Revision that it brings. */
  readonly revision: string;
  readonly status: string;
  readonly stage?: string;
  readonly startedAt?: string;
  readonly trafficPercent?: number;
}

export interface EnvironmentTag {
  readonly tag: string;
  readonly digest?: string;
  readonly namesWhatRuns: boolean;
}

/** A service that could not be looked at. */
export interface UnreadService {
  readonly environment: string;
  readonly service: string;
  readonly refusal: PreconditionError;
}

/** What runs where: one answer for each service in each environment, in the order in which they were asked for. */
export async function status(
  requests: readonly ServicesRequest[],
): Promise<readonly (ServiceStatus | UnreadService)[]> {
  const all = requests.flatMap(({ environment, services, source, access }) =>
    services.map((service) => ({ environment, service, source, access })),
  );
  return Promise.all(
    all.map(async ({ environment, service, source, access }) => {
      const name = { environment, service };
      try {
        return await statusOf(gatherFacts(await locate(name, source, access)));
      } catch (error) {
        return { ...name, refusal: refusalOf(error, `${environment}/${service}`) };
      }
    }),
  );
}

async function statusOf(facts: Facts): Promise<ServiceStatus> {
  const { target, aws } = facts;
  const service = await findService(facts);
  const [situation, template, tagged] = await Promise.all([
    describeSituation(target, service, aws),
    facts.template(),
    facts.taggedDigest(),
  ]);
  const running = await aws.ecs.describeTaskDefinition(situation.revisionArn);
  const summary = running ? releaseSummary(target, running) : { revision: shortName(situation.revisionArn) };
  const { digest } = summary;
  return {
    environment: target.environment,
    service: target.service,
    account: target.account,
    runs: {
      ...summary,
      isSeed: digest === undefined,
      imageTags:
        digest === undefined ? [] : (await aws.registry(target.repositoryUrl).tagsOf(digest)).toSorted(),
      ...sinceOf(service),
    },
    template: templateStatus(facts, running, template),
    tasks: situation.tasks,
    ...(situation.targets && { targets: situation.targets }),
    alarmsFiring: situation.alarmsFiring,
    ...underWayOf(situation),
    environmentTag: {
      tag: target.imageTag,
      ...(tagged !== undefined && { digest: tagged }),
      namesWhatRuns: digest !== undefined && tagged === digest,
    },
  };
}

function templateStatus(
  { target }: Facts,
  running: TaggedRevision | undefined,
  template: TaggedRevision | undefined,
): TemplateStatus {
  const madeFrom = running && readReleaseTags(running.tags).template;
  const isNewer = madeFrom !== undefined && madeFrom !== target.templateArn;
  return {
    revision: shortName(target.templateArn),
    isNewer,
    changes:
      isNewer && running && template
        ? templateChanges(running.taskDefinition, template.taskDefinition, target.container)
        : [],
  };
}

function sinceOf({ deployments = [], taskSets = [] }: Service): { readonly since?: string } {
  const primary = [...taskSets, ...deployments].find(({ status: state }) => state === "PRIMARY");
  return primary?.createdAt === undefined ? {} : { since: primary.createdAt.toISOString() };
}

function underWayOf({ underWay }: Situation): { readonly underWay?: DeploymentUnderWay } {
  if (underWay === undefined) return {};
  const { deployment, revisionArn, status: state, stage, startedAt, trafficPercent } = underWay;
  return {
    underWay: {
      deployment: shortName(deployment),
      revision: shortName(revisionArn),
      status: state,
      ...(stage !== undefined && { stage }),
      ...(startedAt !== undefined && { startedAt }),
      ...(trafficPercent !== undefined && { trafficPercent }),
    },
  };
}
