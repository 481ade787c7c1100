import type { DeliveryTarget } from "../../contract/delivery-target";
import type { EcsPort, TaggedRevision } from "../ports/ecs-port";
import { digestOfRevision } from "./release-definition";
import { readReleaseTags } from "./release-tags";

/** How far a search goes back, and how many revisions it reads at a time. */
const revisionsAtMost = 100;
const atATime = 10;

/**
 * The release that was last proved healthy and not left by a rollback since. Newer revisions are read first, and no older ones once
 * there is a find.
 */
export async function findHealthyRelease(
  target: DeliveryTarget,
  ecs: EcsPort,
  isWanted: (digest: string) => boolean,
): Promise<TaggedRevision | undefined> {
  const arns = await ecs.listTaskDefinitions(target.taskFamily, revisionsAtMost);
  for (let start = 0; start < arns.length; start += atATime) {
    const portion = arns.slice(start, start + atATime);
    const revisions = await Promise.all(portion.map((arn) => ecs.describeTaskDefinition(arn)));
    const [newest] = revisions
      .flatMap((revision) => revision ?? [])
      .filter((revision) => {
        const digest = digestOfRevision(target, revision);
        return digest !== undefined && isWanted(digest) && healthySince(revision) !== undefined;
      })
      .toSorted((a, b) => (healthySince(b) ?? "").localeCompare(healthySince(a) ?? ""));
    if (newest !== undefined) return newest;
  }
  return undefined;
}

/** When it was proved healthy, ISO 8601; undefined when a rollback left it after that. */
function healthySince({ tags }: TaggedRevision): string | undefined {
  const { healthy, leftByRollback = "" } = readReleaseTags(tags);
  return healthy !== undefined && leftByRollback < healthy ? healthy : undefined;
}
