const privateRegistry = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com\/([^:@]+)/;

/** ARN of the ECR repository that an image reference names; undefined for images that are not in a private ECR. */
export function repositoryArn(image: string): string | undefined {
  const match = privateRegistry.exec(image);
  if (!match) return undefined;
  const [, account, region, repository] = match;
  return `arn:aws:ecr:${region}:${account}:repository/${repository}`;
}
