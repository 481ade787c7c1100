import { type AwsLocation } from "./behaviour";

/**
 * The ARN of something in the region and account of a call.
 *
 * @param resource what follows the account, such as `vpc/vpc-0123`
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export function arn({ partition, region, account }: AwsLocation, service: string, resource: string): string {
  return `arn:${partition}:${service}:${region}:${account}:${resource}`;
}

/** The ARN of something that an account has once for all regions: roles, distributions. */
export function globalArn({ partition, account }: AwsLocation, service: string, resource: string): string {
  return `arn:${partition}:${service}::${account}:${resource}`;
}

/** The ARN of something whose name is unique in the whole world: buckets, hosted zones. */
export function worldArn({ partition }: AwsLocation, service: string, resource: string): string {
  return `arn:${partition}:${service}:::${resource}`;
}
