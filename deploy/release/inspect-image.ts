import { z } from "zod";
import type { RegistryImage, RegistryPort } from "../ports/registry-port";

/** An image, or an index of images for several platforms, as far as a deploy must know it. */
export interface InspectedImage extends RegistryImage {
  readonly platforms: readonly ImagePlatform[];
  /** What tasks may report as running: the digest itself, and those of an index's images. */
  readonly acceptedDigests: readonly string[];
}

export interface ImagePlatform {
  /** `linux`, `windows`. */
  readonly os: string;
  /** `amd64`, `arm64`. */
  readonly architecture: string;
}

/**
 * Reads for which platforms an image is. Undefined when it is none: a chart, a signature, or a form that ECS does not run.
 *
 * @see https://github.com/opencontainers/image-spec/blob/main/image-index.md
 */
export async function inspectImage(
  image: RegistryImage,
  registry: Pick<RegistryPort, "readBlob">,
): Promise<InspectedImage | undefined> {
  const content = readJson(image.manifest);
  const index = indexForm.safeParse(content);
  if (index.success) return inspectIndex(image, index.data.manifests);
  const manifest = manifestForm.safeParse(content);
  if (!manifest.success || !imageConfigurations.includes(manifest.data.config.mediaType)) return undefined;
  const configuration = platformForm.safeParse(
    readJson(await registry.readBlob(manifest.data.config.digest)),
  );
  if (!configuration.success) return undefined;
  return { ...image, platforms: [configuration.data], acceptedDigests: [image.digest] };
}

/** Whoever may push can push anything. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function inspectIndex(image: RegistryImage, entries: readonly IndexEntry[]): InspectedImage {
  const images = entries.flatMap(({ digest, platform }) =>
    // Build tools put attestations into the index, for a platform that nothing has.
    platform === undefined || platform.os === "unknown" ? [] : [{ digest, platform }],
  );
  return {
    ...image,
    platforms: images.map(({ platform }) => platform),
    acceptedDigests: [image.digest, ...images.map(({ digest }) => digest)],
  };
}

const imageConfigurations = [
  "application/vnd.docker.container.image.v1+json",
  "application/vnd.oci.image.config.v1+json",
];

const platformForm = z.object({ os: z.string(), architecture: z.string() });

const indexForm = z.object({
  manifests: z.array(z.object({ digest: z.string(), platform: platformForm.optional() })),
});

type IndexEntry = z.infer<typeof indexForm>["manifests"][number];

const manifestForm = z.object({
  config: z.object({ mediaType: z.string(), digest: z.string() }),
});
