/** Parts of an ARN. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export interface Arn {
  readonly service: string;
  /** Empty for global things. */
  readonly region: string;
  /** 12 digits; `aws` for what AWS owns; empty for buckets. */
  readonly account: string;
  readonly resource: string;
}

const form = /^arn:[a-z-]+:([a-z0-9-]+):([a-z0-9-]*):(\d{12}|aws|):(.+)$/s;

export function parseArn(text: string): Arn | undefined {
  const [, service, region, account, resource] = form.exec(text) ?? [];
  if (service === undefined || region === undefined || account === undefined || resource === undefined) {
    return undefined;
  }
  return { service, region, account, resource };
}
