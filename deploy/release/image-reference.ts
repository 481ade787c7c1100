import type { Problem } from "../../problems/problem";
import { withoutUrlSecrets } from "../../secrets/without-url-secrets";
import type { ImageSelector } from "../ports/registry-port";

const digestForm = /^sha256:[0-9a-f]{64}$/;
/** @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests */
const tagForm = /^\w[\w.-]{0,127}$/;

/** Reads `--image`: a tag, a digest, or a URI of the target's repository with either. */
export function readImageReference(given: string, repositoryUrl: string): ImageSelector | Problem {
  if (digestForm.test(given)) return { digest: given };
  if (tagForm.test(given)) return { tag: given };
  const after = given.startsWith(repositoryUrl) ? given.slice(repositoryUrl.length) : "/";
  const rest = /^[:@]|^$/.test(after) ? after : undefined;
  const [, tag, digest] = /^(?::([^@]+))?(?:@(.+))?$/.exec(rest ?? "?") ?? [];
  if (digest !== undefined && digestForm.test(digest)) return { digest };
  if (digest === undefined && tag !== undefined && tagForm.test(tag)) return { tag };
  return {
    where: "--image",
    must: `must be a tag, a digest (sha256:…), or ${repositoryUrl} with either`,
    got: JSON.stringify(withoutUrlSecrets(given).slice(0, 300)),
    advice: adviceFor(given, rest),
  };
}

function adviceFor(given: string, rest: string | undefined): string {
  if (rest === "") return "Say which: add `:<tag>` or `@sha256:<digest>`.";
  if (rest === undefined && given.includes("/")) {
    return "This service runs images of its own repository only: push the image there first.";
  }
  return "Give what the pipeline pushed, such as the commit's tag.";
}

/** How a revision names an image that it runs: by digest, so that no tag can change it. */
export function imageByDigest(repositoryUrl: string, digest: string): string {
  return `${repositoryUrl}@${digest}`;
}

/** The digest, when an image is of this repository and named by digest. */
export function digestOf(image: string | undefined, repositoryUrl: string): string | undefined {
  const prefix = `${repositoryUrl}@`;
  if (image?.startsWith(prefix) !== true) return undefined;
  const digest = image.slice(prefix.length);
  return digestForm.test(digest) ? digest : undefined;
}
