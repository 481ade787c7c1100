import type { Service } from "@aws-sdk/client-ecs";
import { healthyImageTag } from "../../contract/image-tags";
import { explained } from "../aws/explained";
import { once } from "../aws/once";
import type { TaggedRevision } from "../ports/ecs-port";
import type { CallerIdentity } from "../ports/ports";
import { readReleaseTags } from "../release/release-tags";
import { firingAlarms } from "../rollout/alarms";
import { findRolloutUnderWay, type FoundRollout } from "../rollout/find-rollout";
import type { Located } from "../target/locate";

/**
 * What AWS says about one service. Each fact is asked for once, when something first needs it: what does not depend on each other is
 * asked for at the same time. A fact that AWS does not tell is a PreconditionError, the same one for all who need it.
 */
export interface Facts extends Located {
  /** Undefined: cluster or service does not exist. */
  readonly service: () => Promise<Service | undefined>;
  readonly identity: () => Promise<CallerIdentity>;
  readonly template: () => Promise<TaggedRevision | undefined>;
  /** Revision that the service runs, or is brought to. */
  readonly running: () => Promise<TaggedRevision | undefined>;
  readonly underWay: () => Promise<FoundRollout | undefined>;
  readonly firing: () => Promise<readonly string[]>;
  /** Active revisions of the family that are newer than the running one, template and revisions in use left out; newest first. */
  readonly spare: () => Promise<readonly TaggedRevision[]>;
  /** Digest that the environment's tag names in the registry. */
  readonly taggedDigest: () => Promise<string | undefined>;
  /** Whether the registry says that a digest was healthy in an environment. */
  readonly isRecorded: (digest: string, environment: string) => Promise<boolean>;
}

/** Crashed deploys leave one revision each; more than these are not looked for. */
const newestRevisions = 10;

export function gatherFacts({ target, aws }: Located): Facts {
  const fact = <Answer>(where: string, ask: () => Promise<Answer>) =>
    once(() => explained(`${target.environment}/${target.service}`, where, ask));
  const registry = aws.registry(target.repositoryUrl);
  const service = fact(`ECS service ${target.serviceName}`, () =>
    aws.ecs.describeService(target.cluster, target.serviceName),
  );
  const ifActive = async <Answer>(
    ask: (service: Service) => Promise<Answer>,
  ): Promise<Answer | undefined> => {
    const found = await service();
    return found?.status === "ACTIVE" ? ask(found) : undefined;
  };
  const listed = fact(`task family ${target.taskFamily}`, () =>
    aws.ecs.listTaskDefinitions(target.taskFamily, newestRevisions),
  );
  return {
    target,
    aws,
    service,
    identity: fact("AWS credentials", () => aws.identity()),
    template: fact("template", () => aws.ecs.describeTaskDefinition(target.templateArn)),
    running: fact("running revision", () =>
      ifActive((found) => aws.ecs.describeTaskDefinition(runningRevision(found))),
    ),
    underWay: fact("deployments", () =>
      ifActive(async (found) =>
        controllerOf(found) === controllers[target.controller]
          ? findRolloutUnderWay(target, found, aws)
          : undefined,
      ),
    ),
    firing: fact("alarms", async () => (await ifActive((found) => firingAlarms(target, found, aws))) ?? []),
    spare: fact(`task family ${target.taskFamily}`, async () => {
      const inUse = [target.templateArn, ...revisionsInUse(await service())];
      const arns = await listed();
      const newer = arns.slice(0, firstOf(arns, await service())).filter((arn) => !inUse.includes(arn));
      const revisions = await Promise.all(newer.map((arn) => aws.ecs.describeTaskDefinition(arn)));
      return revisions.flatMap((revision) => revision ?? []);
    }),
    taggedDigest: fact("image repository", async () => {
      const image = await registry.getImage({ tag: target.imageTag });
      return image?.digest;
    }),
    isRecorded: async (digest, environment) => {
      const images = await fact("image repository", () =>
        Promise.all([
          registry.getImage({ tag: healthyImageTag(environment, digest) }),
          registry.getImage({ tag: environment }),
        ]),
      )();
      return images.some((image) => image?.digest === digest);
    },
  };
}

/** AWS's words for what the delivery target says. */
export const controllers = { ecs: "ECS", codedeploy: "CODE_DEPLOY" } as const;

export function controllerOf(service: Service): string {
  return service.deploymentController?.type ?? "ECS";
}

/** Revision that serves production traffic. With CodeDeploy, only task sets have one. */
export function runningRevision(service: Service): string {
  const primary = service.taskSets?.find(({ status }) => status === "PRIMARY");
  return primary?.taskDefinition ?? service.taskDefinition ?? "";
}

export function revisionsInUse(service: Service | undefined): readonly string[] {
  const all = [service, ...(service?.deployments ?? []), ...(service?.taskSets ?? [])];
  return all.flatMap((one) => one?.taskDefinition ?? []);
}

/** Whether a revision was proved healthy by one of these commands. */
export function isProved(revision: TaggedRevision): boolean {
  return readReleaseTags(revision.tags).healthy !== undefined;
}

/** Where the running revision stands in a list; the end of the list when it does not. */
function firstOf(arns: readonly string[], service: Service | undefined): number {
  const index = service === undefined ? -1 : arns.indexOf(runningRevision(service));
  return index === -1 ? arns.length : index;
}
