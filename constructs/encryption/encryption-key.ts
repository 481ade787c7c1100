import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import type { PolicyStatement } from "../permissions/service-role";

export interface EncryptionKeyProps {
  /** Alias of the key without `alias/`, for example `dev-logs`. */
  readonly name: string;
  readonly description: string;
  readonly account: string;
  /**
   * CloudWatch Logs of this region may use the key for log groups of this account.
   *
   * @default - log groups cannot use the key
   */
  readonly logsRegion?: string;
  /**
   * Whether a plan that destroys the key fails.
   *
   * @default false
   */
  readonly preventDestroy?: boolean;
}

/**
 * A customer-managed KMS key that rotates every year; who may use it is decided by IAM policies of the account.
 *
 * Creates: a key with its policy, an alias. Costs: one customer-managed key a month.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
 */
export class EncryptionKey extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: EncryptionKeyProps) {
    super(scope, id);
    const policy = new DataAwsIamPolicyDocument(this, "PolicyDocument", { statement: keyStatements(props) });
    const key = new KmsKey(this, "Resource", {
      description: props.description,
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      policy: policy.json,
      lifecycle: props.preventDestroy ? { preventDestroy: true } : undefined,
    });
    new KmsAlias(this, "Alias", { name: `alias/${props.name}`, targetKeyId: key.keyId });
    this.arn = key.arn;
  }
}

function keyStatements({ account, logsRegion }: EncryptionKeyProps): PolicyStatement[] {
  const administration: PolicyStatement = {
    sid: "AccountDecidesByPolicy",
    actions: ["kms:*"],
    resources: ["*"],
    principals: [{ type: "AWS", identifiers: [`arn:aws:iam::${account}:root`] }],
  };
  return logsRegion ? [administration, logsStatement(account, logsRegion)] : [administration];
}

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html */
function logsStatement(account: string, region: string): PolicyStatement {
  return {
    sid: "CloudWatchLogs",
    actions: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
    resources: ["*"],
    principals: [{ type: "Service", identifiers: [`logs.${region}.amazonaws.com`] }],
    condition: [
      {
        test: "ArnLike",
        variable: "kms:EncryptionContext:aws:logs:arn",
        values: [`arn:aws:logs:${region}:${account}:log-group:*`],
      },
    ],
  };
}
