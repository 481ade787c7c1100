import { parsePrivateImage } from "../../limits/private-images";

/** ARN of the ECR repository that an image reference names; undefined for images that are not in a private ECR. */
export function repositoryArn(image: string): string | undefined {
  const parsed = parsePrivateImage(image);
  return parsed && `arn:aws:ecr:${parsed.region}:${parsed.account}:repository/${parsed.repository}`;
}
