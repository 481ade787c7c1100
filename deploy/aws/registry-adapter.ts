import type { ImageIdentifier } from "@aws-sdk/client-ecr";
import { parsePrivateImage } from "../../limits/private-images";
import type { ImageSelector, RegistryImage, RegistryPort } from "../ports/registry-port";
import { clientOptions } from "./client-options";
import type { AwsConnection } from "./connect-aws";
import { downloadText } from "./download-text";
import { once } from "./once";
import { unlessMissing } from "./unless-missing";

/** ECR converts what is not accepted; a converted manifest has another digest. */
const mediaTypes = [
  "application/vnd.docker.distribution.manifest.v2+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.oci.image.index.v1+json",
];

/** The registry is asked in its own account and region, which may be neither of the service. */
export function connectRegistry(connection: AwsConnection, repositoryUrl: string): RegistryPort {
  const repository = parsePrivateImage(repositoryUrl);
  if (repository === undefined) throw new Error(`${repositoryUrl} is not the URL of an ECR repository.`);
  const place = { registryId: repository.account, repositoryName: repository.repository };
  const open = once(async () => {
    const sdk = await import("@aws-sdk/client-ecr");
    return {
      sdk,
      client: new sdk.ECRClient(clientOptions({ ...connection, region: repository.region })),
    };
  });
  return {
    async getImage(selector) {
      const { sdk, client } = await open();
      const { images, failures } = await client.send(
        new sdk.BatchGetImageCommand({
          ...place,
          imageIds: [imageId(selector)],
          acceptedMediaTypes: mediaTypes,
        }),
      );
      const [image] = images ?? [];
      if (image !== undefined) return readImage(image);
      const [failure] = failures ?? [];
      if (failure === undefined || missing.includes(failure.failureCode ?? "")) return undefined;
      throw new Error(`ECR: ${failure.failureReason ?? failure.failureCode ?? "no reason given"}`);
    },

    async readBlob(digest) {
      const { sdk, client } = await open();
      const command = new sdk.GetDownloadUrlForLayerCommand({ ...place, layerDigest: digest });
      const { downloadUrl } = await client.send(command);
      if (downloadUrl === undefined) throw new Error("ECR answered GetDownloadUrlForLayer without a URL.");
      return downloadText(downloadUrl, connection);
    },

    async tagsOf(digest) {
      const { sdk, client } = await open();
      const command = new sdk.DescribeImagesCommand({ ...place, imageIds: [{ imageDigest: digest }] });
      const answer = await unlessMissing(client.send(command), "ImageNotFoundException");
      return answer?.imageDetails?.flatMap(({ imageTags }) => imageTags ?? []) ?? [];
    },

    async putTag({ digest, manifest, mediaType }, tag) {
      const { sdk, client } = await open();
      const command = new sdk.PutImageCommand({
        ...place,
        imageManifest: manifest,
        imageManifestMediaType: mediaType,
        imageDigest: digest,
        imageTag: tag,
      });
      await unlessMissing(client.send(command), "ImageAlreadyExistsException");
    },
  };
}

const missing = ["ImageNotFound", "ImageTagDoesNotMatchDigest", "InvalidImageDigest", "InvalidImageTag"];

function imageId(selector: ImageSelector): ImageIdentifier {
  return "tag" in selector ? { imageTag: selector.tag } : { imageDigest: selector.digest };
}

function readImage(image: {
  imageId?: ImageIdentifier | undefined;
  imageManifest?: string | undefined;
  imageManifestMediaType?: string | undefined;
}): RegistryImage {
  const digest = image.imageId?.imageDigest;
  if (digest === undefined || image.imageManifest === undefined) {
    throw new Error("ECR answered BatchGetImage without digest or manifest.");
  }
  return { digest, manifest: image.imageManifest, mediaType: image.imageManifestMediaType ?? "" };
}
