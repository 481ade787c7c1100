/** A repository of ECR, as its URL says it. */
export interface Repository {
  readonly account: string;
  readonly region: string;
  readonly name: string;
}

/** @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html */
const form = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|on\.aws)\/(.+)$/;

/** @param url without tag, for example `999999999999.dkr.ecr.eu-west-1.amazonaws.com/orders`; undefined when it is none of ECR's */
export function readRepositoryUrl(url: string): Repository | undefined {
  const [, account, region, name] = form.exec(url) ?? [];
  if (account === undefined || region === undefined || name === undefined) return undefined;
  return { account, region, name };
}
