import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { PolicyStatement } from "../permissions/service-role";

export interface AccessLogBucketProps {
  /** Name of the bucket, unique in all of AWS, 63 characters at most. */
  readonly bucketName: string;
  /** Account whose load balancers write logs. */
  readonly account: string;
  /**
   * Days of logs to keep. Older objects are deleted by S3.
   *
   * @default 90
   */
  readonly retentionDays?: number;
}

/**
 * A private, versioned bucket that load balancers of one account write access logs to.
 *
 * Load balancers can only write to buckets encrypted with S3's own keys (SSE-S3).
 *
 * Creates: a bucket with policy, lifecycle, encryption, versioning and blocked public access. Costs: by volume.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 */
export class AccessLogBucket extends Construct {
  readonly bucketName: string;
  /** Load balancers must wait for the policy: AWS writes a test object when logging is switched on. */
  readonly policy: S3BucketPolicy;
  private readonly arn: string;

  constructor(scope: Construct, id: string, props: AccessLogBucketProps) {
    super(scope, id);
    const bucket = new S3Bucket(this, "Resource", {
      bucket: props.bucketName,
      tags: { Name: props.bucketName },
    });
    this.bucketName = bucket.bucket;
    this.arn = bucket.arn;
    const protection = this.createProtection();
    this.createLifecycle(props.retentionDays ?? 90, this.createVersioning());
    this.policy = this.createPolicy(props.account, protection);
  }

  private createProtection(): ITerraformDependable[] {
    const bucket = this.bucketName;
    new S3BucketServerSideEncryptionConfigurationA(this, "Encryption", {
      bucket,
      rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
    });
    return [
      new S3BucketPublicAccessBlock(this, "PublicAccessBlock", {
        bucket,
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      }),
      new S3BucketOwnershipControls(this, "Ownership", {
        bucket,
        rule: { objectOwnership: "BucketOwnerEnforced" },
      }),
    ];
  }

  private createVersioning(): S3BucketVersioningA {
    return new S3BucketVersioningA(this, "Versioning", {
      bucket: this.bucketName,
      versioningConfiguration: { status: "Enabled" },
    });
  }

  /** A rule about noncurrent versions needs versioning first. */
  private createLifecycle(days: number, versioning: S3BucketVersioningA): void {
    new S3BucketLifecycleConfiguration(this, "Lifecycle", {
      bucket: this.bucketName,
      dependsOn: [versioning],
      rule: [
        {
          id: "forget-old-logs",
          status: "Enabled",
          filter: [{ prefix: "" }],
          expiration: [{ days }],
          noncurrentVersionExpiration: [{ noncurrentDays: 30 }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
        },
      ],
    });
  }

  /** The last to change who may write: load balancers wait for it. */
  private createPolicy(account: string, dependsOn: ITerraformDependable[]): S3BucketPolicy {
    const document = new DataAwsIamPolicyDocument(this, "PolicyDocument", {
      statement: [this.tlsOnly(), this.logDelivery(account)],
    });
    return new S3BucketPolicy(this, "Policy", { bucket: this.bucketName, policy: document.json, dependsOn });
  }

  private tlsOnly(): PolicyStatement {
    return {
      sid: "TlsOnly",
      effect: "Deny",
      actions: ["s3:*"],
      resources: [this.arn, `${this.arn}/*`],
      principals: [{ type: "*", identifiers: ["*"] }],
      condition: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
    };
  }

  private logDelivery(account: string): PolicyStatement {
    return {
      sid: "LoadBalancersWriteLogs",
      actions: ["s3:PutObject"],
      resources: [`${this.arn}/*/AWSLogs/${account}/*`],
      principals: [{ type: "Service", identifiers: ["logdelivery.elasticloadbalancing.amazonaws.com"] }],
    };
  }
}
