import { createHash } from "node:crypto";
import { type TaskDefinition } from "@aws-sdk/client-ecs";
import { type Region } from "../region";
import { findImage, platformsOf, type Image, type Repository } from "../ecr/repository";

/** Docker's words for ECS's. */
const platforms: Readonly<Record<string, string>> = { X86_64: "amd64", ARM64: "arm64" };

export type Pulled = { readonly digest: string } | { readonly failure: string };

/**
 * The digest of what a container with this image runs: of an image index, that of the platform's own image. Images of registries
 * other than ECR always exist.
 */
export function pullImage(region: Region, image: string, taskDefinition: TaskDefinition): Pulled {
  const found = findInRegistry(region, image);
  if (found === "elsewhere") return { digest: /@(sha256:.+)$/.exec(image)?.[1] ?? `sha256:${sha256(image)}` };
  if (!found) return { failure: `CannotPullContainerError: failed to resolve ref ${image}: not found` };
  const wanted = platforms[taskDefinition.runtimePlatform?.cpuArchitecture ?? "X86_64"] ?? "amd64";
  const offered = platformsOf(found.repository, found.image).find(
    ({ architecture }) => architecture === wanted,
  );
  if (offered) return { digest: offered.digest };
  return {
    failure: `CannotPullContainerError: pull image manifest has been retried 1 time(s): image Manifest does not contain descriptor matching platform 'linux/${wanted}'`,
  };
}

/** What runs already was pulled once, also when nobody pushed it here. */
export function pulledBefore(region: Region, image: string, taskDefinition: TaskDefinition): Pulled {
  const pulled = pullImage(region, image, taskDefinition);
  return "digest" in pulled ? pulled : { digest: `sha256:${sha256(image)}` };
}

/** The digest that a service revision says for this image: that of what was asked for, be it an index. */
export function resolveImage(region: Region, image: string): string | undefined {
  const found = findInRegistry(region, image);
  return found === undefined || found === "elsewhere" ? undefined : found.image.digest;
}

function findInRegistry(
  region: Region,
  image: string,
): { readonly repository: Repository; readonly image: Image } | "elsewhere" | undefined {
  const [, account, regionName, name, separator, reference] =
    /^(\d{12})\.dkr\.ecr\.([^.]+)\.amazonaws\.com\/([^@:]+)([@:])(.+)$/.exec(image) ?? [];
  if (account === undefined || regionName === undefined || name === undefined) return "elsewhere";
  const repository = region.world.region(account, regionName).repositories.get(name);
  if (!repository) return undefined;
  const selector = separator === "@" ? { imageDigest: reference } : { imageTag: reference };
  const found = findImage(repository, selector);
  return found && { repository, image: found };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
