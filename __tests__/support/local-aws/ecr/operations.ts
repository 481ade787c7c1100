import {
  type BatchGetImageCommandInput,
  type BatchGetImageCommandOutput,
  type DescribeImagesCommandInput,
  type DescribeImagesCommandOutput,
  type GetDownloadUrlForLayerCommandInput,
  type GetDownloadUrlForLayerCommandOutput,
  type Image as ImageOutput,
  type ImageIdentifier,
  type PutImageCommandInput,
  type PutImageCommandOutput,
} from "@aws-sdk/client-ecr";
import { AwsError } from "../protocol/aws-error";
import { operation, type CallContext, type Operations } from "../protocol/operation";
import { digestOf, findImage, putImage, type Image, type Repository } from "./repository";

/** @see https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_Operations.html */
export const ecrOperations: Operations = {
  "ecr:BatchGetImage": operation<BatchGetImageCommandInput, BatchGetImageCommandOutput>((context, input) => {
    const repository = findRepository(context, input);
    const asked = (input.imageIds ?? []).map((id) => ({ id, image: findImage(repository, id) }));
    return {
      images: asked.flatMap(({ id, image }) => (image ? [imageOutput(repository, image, id)] : [])),
      failures: asked.flatMap(({ id, image }) =>
        image
          ? []
          : [
              {
                imageId: id,
                failureCode: "ImageNotFound",
                failureReason: "Requested image not found",
              } as const,
            ],
      ),
    };
  }),
  "ecr:DescribeImages": operation<DescribeImagesCommandInput, DescribeImagesCommandOutput>(
    (context, input) => {
      const repository = findRepository(context, input);
      const asked = input.imageIds?.map((id) => ({ id, image: findImage(repository, id) }));
      const missing = asked?.find(({ image }) => !image)?.id;
      if (missing)
        throw new AwsError(
          "ImageNotFoundException",
          `The image with imageId {imageDigest:'${missing.imageDigest ?? "null"}', imageTag:'${missing.imageTag ?? "null"}'} does not exist within the repository with name '${repository.name}' in the registry with id '${repository.account}'`,
        );
      const images = asked?.flatMap(({ image }) => image ?? []) ?? [...repository.images.values()];
      return {
        imageDetails: images.map((image) => ({
          registryId: repository.account,
          repositoryName: repository.name,
          imageDigest: image.digest,
          imageTags: image.tags.size > 0 ? [...image.tags] : undefined,
          imagePushedAt: image.pushedAt,
          imageManifestMediaType: image.mediaType,
        })),
      };
    },
  ),
  "ecr:GetDownloadUrlForLayer": operation<
    GetDownloadUrlForLayerCommandInput,
    GetDownloadUrlForLayerCommandOutput
  >((context, input) => {
    const repository = findRepository(context, input);
    const { layerDigest = "" } = input;
    if (!repository.blobs.has(layerDigest))
      throw new AwsError(
        "LayersNotFoundException",
        `The layer with digest ${layerDigest} does not exist within the repository with name '${repository.name}' in the registry with id '${repository.account}'`,
      );
    const { account, region, name } = repository;
    return {
      downloadUrl: `${context.url}/blobs/${account}/${region}/${encodeURIComponent(name)}/${layerDigest}`,
      layerDigest,
    };
  }),
  "ecr:PutImage": operation<PutImageCommandInput, PutImageCommandOutput>((context, input) => {
    const repository = findRepository(context, input);
    const { imageManifest = "", imageTag, imageDigest } = input;
    const digest = digestOf(imageManifest);
    if (imageDigest !== undefined && imageDigest !== digest)
      throw new AwsError(
        "ImageDigestDoesNotMatchException",
        `The provided digest ${imageDigest} does not match the digest calculated by ECR.`,
      );
    if (imageTag !== undefined) checkTag(repository, digest, imageTag);
    const image = putImage(repository, imageManifest, context.region.clock.date());
    if (imageTag !== undefined) moveTag(repository, image, imageTag);
    return { image: imageOutput(repository, image, { imageDigest: digest, imageTag }) };
  }),
};

/** A tag belongs to one image. */
export function moveTag(repository: Repository, image: Image, tag: string): void {
  for (const { tags } of repository.images.values()) tags.delete(tag);
  image.tags.add(tag);
}

/** @throws AwsError as ECR does @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html */
function checkTag(repository: Repository, digest: string, tag: string): void {
  const holder = findImage(repository, { imageTag: tag });
  if (!holder) return;
  const where = `the repository with name '${repository.name}' in the registry with id '${repository.account}'`;
  if (holder.digest === digest)
    throw new AwsError(
      "ImageAlreadyExistsException",
      `Image with digest '${digest}' and tag '${tag}' already exists in ${where}`,
    );
  if (!repository.movableTags.some((filter) => matchesFilter(tag, filter)))
    throw new AwsError(
      "ImageTagAlreadyExistsException",
      `The image tag '${tag}' already exists in ${where} and cannot be overwritten because the tag is immutable.`,
    );
}

function matchesFilter(tag: string, filter: string): boolean {
  const pattern = filter
    .split("*")
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
    .join(".*");
  return new RegExp(`^${pattern}$`).test(tag);
}

interface Addressed {
  readonly registryId?: string;
  readonly repositoryName?: string;
}

/** @throws AwsError as ECR does */
export function findRepository(
  { region, caller }: CallContext,
  { registryId, repositoryName = "" }: Addressed,
): Repository {
  const registry = registryId ?? region.account;
  const found = region.world.region(registry, region.name).repositories.get(repositoryName);
  if (found && registry !== region.account && !found.accounts.has(region.account))
    throw new AwsError(
      "AccessDeniedException",
      `User: ${caller?.arn} is not authorized to perform: ecr on resource: ${found.arn} because no resource-based policy allows it`,
    );
  if (found) return found;
  throw new AwsError(
    "RepositoryNotFoundException",
    `The repository with name '${repositoryName}' does not exist in the registry with id '${registry}'`,
  );
}

function imageOutput(repository: Repository, image: Image, asked: ImageIdentifier): ImageOutput {
  return {
    registryId: repository.account,
    repositoryName: repository.name,
    imageId: { imageDigest: image.digest, imageTag: asked.imageTag },
    imageManifest: image.manifest,
    imageManifestMediaType: image.mediaType,
  };
}
