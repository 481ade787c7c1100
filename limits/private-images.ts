/** A private ECR registry. */
export interface PrivateRegistry {
  readonly account: string;
  readonly region: string;
}

/** Repository of the image that new services start from. */
export const seedRepository = "seed";

/** Where the repositories of a registry are. @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html */
export function registryHost({ account, region }: PrivateRegistry): string {
  return `${account}.dkr.ecr.${region}.amazonaws.com`;
}

const privateImage = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com\/([^:@]+)/;

/** Registry and repository that an image reference names; undefined for images that are not in a private ECR. */
export function parsePrivateImage(
  image: string,
): (PrivateRegistry & { readonly repository: string }) | undefined {
  const [, account, region, repository] = privateImage.exec(image) ?? [];
  if (account === undefined || region === undefined || repository === undefined) return undefined;
  return { account, region, repository };
}
