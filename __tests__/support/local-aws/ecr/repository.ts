import { createHash } from "node:crypto";
import { type ImageIdentifier } from "@aws-sdk/client-ecr";
import { isRecord } from "../is-record";

export interface Image {
  readonly digest: string;
  readonly manifest: string;
  readonly mediaType: string;
  readonly tags: Set<string>;
  readonly pushedAt: Date;
}

/** A repository of ECR: images by digest, and the blobs that they are made of. */
export interface Repository {
  readonly arn: string;
  readonly name: string;
  readonly account: string;
  readonly region: string;
  /** Wildcards of tags that may move; all others are immutable. `["*"]`: every tag. */
  movableTags: readonly string[];
  /** Other accounts that the repository policy lets in. */
  readonly accounts: Set<string>;
  readonly images: Map<string, Image>;
  readonly blobs: Map<string, string>;
}

export interface PushedPlatform {
  /** As Docker says it: `amd64`, `arm64`. */
  readonly architecture: string;
}

export const mediaTypes = {
  image: "application/vnd.oci.image.manifest.v1+json",
  index: "application/vnd.oci.image.index.v1+json",
  config: "application/vnd.oci.image.config.v1+json",
} as const;

/** Where a repository is: an account in a region. */
interface Place {
  readonly account: string;
  readonly name: string;
  arn(service: string, resource: string): string;
}

export function newRepository(
  place: Place,
  name: string,
  settings: { readonly accounts: readonly string[]; readonly movableTags: readonly string[] },
): Repository {
  return {
    arn: place.arn("ecr", `repository/${name}`),
    name,
    account: place.account,
    region: place.name,
    movableTags: settings.movableTags,
    accounts: new Set(settings.accounts),
    images: new Map(),
    blobs: new Map(),
  };
}

export function findImage(
  repository: Repository,
  { imageDigest, imageTag }: ImageIdentifier,
): Image | undefined {
  const found =
    imageDigest === undefined
      ? [...repository.images.values()].find(({ tags }) => imageTag !== undefined && tags.has(imageTag))
      : repository.images.get(imageDigest);
  return found && (imageTag === undefined || found.tags.has(imageTag)) ? found : undefined;
}

/** Puts what a build would: configuration, manifest, and an index over several platforms. @returns the digest */
export function pushPlatforms(
  repository: Repository,
  architectures: readonly string[],
  content: string,
  pushedAt: Date,
): string {
  const manifests = architectures.map((architecture) =>
    pushOnePlatform(repository, architecture, content, pushedAt),
  );
  const [only] = manifests;
  if (manifests.length === 1 && only) return only.digest;
  return putImage(
    repository,
    JSON.stringify({ schemaVersion: 2, mediaType: mediaTypes.index, manifests }),
    pushedAt,
  ).digest;
}

/** Adds a manifest, byte by byte. */
export function putImage(repository: Repository, manifest: string, pushedAt: Date): Image {
  const digest = digestOf(manifest);
  const known = repository.images.get(digest);
  if (known) return known;
  const parsed: unknown = JSON.parse(manifest);
  const mediaType =
    isRecord(parsed) && typeof parsed["mediaType"] === "string" ? parsed["mediaType"] : mediaTypes.image;
  const image = { digest, manifest, mediaType, tags: new Set<string>(), pushedAt };
  repository.images.set(digest, image);
  return image;
}

/** The platforms of an image or an index, with the digest of each one's own manifest. */
export function platformsOf(
  repository: Repository,
  image: Image,
): readonly { readonly architecture: string; readonly digest: string }[] {
  const manifest: unknown = JSON.parse(image.manifest);
  if (!isRecord(manifest)) return [];
  const { manifests, config } = manifest;
  if (Array.isArray(manifests))
    return manifests.filter(isRecord).map(({ digest, platform }) => ({
      architecture: isRecord(platform) ? String(platform["architecture"]) : "unknown",
      digest: String(digest),
    }));
  const blob = isRecord(config) ? repository.blobs.get(String(config["digest"])) : undefined;
  const configuration: unknown = JSON.parse(blob ?? "{}");
  return [
    {
      architecture: isRecord(configuration) ? String(configuration["architecture"]) : "unknown",
      digest: image.digest,
    },
  ];
}

export function digestOf(text: string): string {
  return `sha256:${createHash("sha256").update(text).digest("hex")}`;
}

function pushOnePlatform(repository: Repository, architecture: string, content: string, pushedAt: Date) {
  const config = JSON.stringify({ architecture, os: "linux", config: { Labels: { content } } });
  repository.blobs.set(digestOf(config), config);
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: mediaTypes.image,
    config: { mediaType: mediaTypes.config, size: config.length, digest: digestOf(config) },
    layers: [],
  });
  const { digest, mediaType } = putImage(repository, manifest, pushedAt);
  return { mediaType, size: manifest.length, digest, platform: { architecture, os: "linux" } };
}
