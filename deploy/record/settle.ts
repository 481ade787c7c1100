import type { DeliveryTarget } from "../../contract/delivery-target";
import { healthyImageTag } from "../../contract/image-tags";
import { awsProblem } from "../aws/aws-problem";
import type { AwsPorts } from "../ports/ports";
import type { Report } from "../progress/progress";
import { readReleaseTags, releaseTag } from "../release/release-tags";

/** A release that was proved healthy. */
export interface ProvedRelease {
  readonly target: DeliveryTarget;
  readonly aws: AwsPorts;
  readonly revisionArn: string;
  /** Of the application container's image. */
  readonly digest: string;
  /** When the deployment that proved it began, milliseconds since 1970: an older record of the revision is renewed. */
  readonly startedAt?: number;
}

/**
 * Records that a release is healthy in its environment: the revision's tag first, then the registry's tags. What cannot be recorded is
 * reported as a warning and does not change the outcome; nothing is written that is there already, so this repairs as well.
 *
 * @returns whether all of it is recorded
 */
export async function settle(release: ProvedRelease, report: Report, now: () => number): Promise<boolean> {
  let isRecorded = true;
  for (const { what, advice, write } of records) {
    try {
      await write(release, now);
    } catch (error) {
      isRecorded = false;
      const { got } = awsProblem(error, what);
      const { environment, service } = release.target;
      const message = `${environment}/${service} runs ${release.digest}, healthy, but ${what} could not be written: ${got}.`;
      report({ kind: "warning", service, message, advice: advice(release.target) });
    }
  }
  return isRecorded;
}

interface HealthRecord {
  readonly what: string;
  readonly advice: (target: DeliveryTarget) => string;
  readonly write: (release: ProvedRelease, now: () => number) => Promise<void>;
}

const records: readonly HealthRecord[] = [
  {
    what: `the revision's tag ${releaseTag.healthy}`,
    advice: (target) =>
      `Without it \`ecs-env rollback\` does not offer this release; write it with ${waitCommand(target)}.`,
    write: tagRevision,
  },
  {
    what: "the registry's record",
    advice: (target) =>
      `Promotion to the next environment waits for it; the next deploy, sync, rollback or ${waitCommand(target)} repairs it.`,
    write: tagImage,
  },
];

async function tagRevision(
  { aws, revisionArn, startedAt = 0 }: ProvedRelease,
  now: () => number,
): Promise<void> {
  const revision = await aws.ecs.describeTaskDefinition(revisionArn);
  const { healthy } = readReleaseTags(revision?.tags ?? []);
  if (healthy !== undefined && Date.parse(healthy) >= startedAt) return;
  await aws.ecs.tagResource(revisionArn, { [releaseTag.healthy]: new Date(now()).toISOString() });
}

async function tagImage({ target, aws, digest }: ProvedRelease): Promise<void> {
  const registry = aws.registry(target.repositoryUrl);
  const record = healthyImageTag(target.environment, digest);
  const [image, tags] = await Promise.all([registry.getImage({ digest }), registry.tagsOf(digest)]);
  if (image === undefined) throw new Error(`${digest} is not in the repository any more`);
  // The record first: it says what was proved, the environment's tag only what runs.
  for (const tag of [record, target.imageTag]) {
    if (!tags.includes(tag)) await registry.putTag(image, tag);
  }
}

function waitCommand({ environment, service }: DeliveryTarget): string {
  return `\`ecs-env wait --env ${environment} --service ${service}\``;
}
