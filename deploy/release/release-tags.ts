import type { Tag } from "@aws-sdk/client-ecs";
import { healthyTag, leftByRollbackTag } from "../../contract/deploy-permission";

/** Tags by which a revision says what it is. */
export const releaseTag = {
  /** ARN of the template that it was made from. */
  template: "ecs-env:template",
  /** Of the application container's image. */
  digest: "ecs-env:digest",
  /** What was asked for: a tag, a digest or a URI. */
  image: "ecs-env:image",
  commit: "ecs-env:commit",
  pipeline: "ecs-env:pipeline",
  person: "ecs-env:person",
  /** Reason why the digest runs here although no environment before proved it. */
  unproven: "ecs-env:unproven",
  /** When it was last proved healthy, ISO 8601. */
  healthy: healthyTag,
  /** When it was left by a rollback, ISO 8601. */
  leftByRollback: leftByRollbackTag,
} as const;

export type ReleaseTag = keyof typeof releaseTag;

/** A release's tags by their short names; what is not known is absent. */
export type ReleaseTags = Readonly<Partial<Record<ReleaseTag, string>>>;

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-using-tags.html#tag-restrictions */
const mostTags = 50;
const longestValue = 256;
const refusedCharacters = /[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu;

/** Tags that come after registration; room is left for them. */
const laterTags = 2;

/** The template's own tags (as many as there is room for), then the release's. */
export function writeReleaseTags(release: ReleaseTags, ofTemplate: readonly Tag[]): Tag[] {
  const own = releaseTagNames.flatMap((name) => {
    const value = release[name];
    return value === undefined ? [] : [{ key: releaseTag[name], value: tagValue(value) }];
  });
  const inherited = ofTemplate
    // AWS refuses its own prefix from others.
    .filter(({ key = "" }) => !key.startsWith("aws:") && !key.startsWith("ecs-env:"))
    .slice(0, mostTags - laterTags - own.length);
  return [...inherited, ...own];
}

export function readReleaseTags(tags: readonly Tag[]): ReleaseTags {
  const values = new Map(tags.map(({ key, value }) => [key, value]));
  return Object.fromEntries(
    releaseTagNames.flatMap((name) => {
      const value = values.get(releaseTag[name]);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** A value with only what AWS accepts in tags. */
export function tagValue(value: string): string {
  // Character by character: half of one would be none.
  return [...value.replaceAll(refusedCharacters, "_")].slice(0, longestValue).join("");
}

const releaseTagNames: readonly ReleaseTag[] = [
  "template",
  "digest",
  "image",
  "commit",
  "pipeline",
  "person",
  "unproven",
  "healthy",
  "leftByRollback",
];
