/** Who calls. */
export interface Caller {
  readonly account: string;
  /** `arn:aws:iam::…:user/…` or `arn:aws:sts::…:assumed-role/<role>/<session>`. */
  readonly arn: string;
  /** ARN of the role behind an assumed role. */
  readonly roleArn?: string;
  readonly userId: string;
}
