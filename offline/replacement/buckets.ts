import { type ReplacementRow } from "./replacement-table";
import { rowsOf } from "./replacement-rows";

/** Settings of a bucket belong to it: their type after `aws_s3_bucket_`, the call that sets them, and what else is fixed. */
const settings = `
accelerate_configuration PutBucketAccelerateConfiguration expected_bucket_owner
acl PutBucketAcl expected_bucket_owner
analytics_configuration PutBucketAnalyticsConfiguration name
cors_configuration PutBucketCors expected_bucket_owner
intelligent_tiering_configuration PutBucketIntelligentTieringConfiguration name
inventory PutBucketInventoryConfiguration name
lifecycle_configuration PutBucketLifecycleConfiguration expected_bucket_owner
logging PutBucketLogging expected_bucket_owner
metric PutBucketMetricsConfiguration name
notification PutBucketNotificationConfiguration
object_lock_configuration PutObjectLockConfiguration expected_bucket_owner object_lock_enabled
ownership_controls PutBucketOwnershipControls
policy PutBucketPolicy
public_access_block PutPublicAccessBlock
replication_configuration PutBucketReplication
request_payment_configuration PutBucketRequestPayment expected_bucket_owner
server_side_encryption_configuration PutBucketEncryption expected_bucket_owner
versioning PutBucketVersioning expected_bucket_owner
website_configuration PutBucketWebsite expected_bucket_owner
`;

const ofSettings = settings
  .trim()
  .split("\n")
  .map((line) => line.split(" "))
  .map(([name = "", call = "", ...more]): [string, [string, ...string[]]] => [
    `aws_s3_bucket_${name}`,
    [call, "bucket", ...more],
  ]);

const rows = rowsOf("AmazonS3/latest", {
  ...Object.fromEntries(ofSettings),
  aws_s3_bucket: ["CreateBucket", "bucket", "bucket_prefix", "object_lock_enabled"],
  aws_s3_object: ["PutObject", "bucket", "key"],
  aws_s3_bucket_object: ["PutObject", "bucket", "key"],
});

/** The pages of S3 lie elsewhere than those of most services. */
export const bucketReplacements: readonly ReplacementRow[] = rows.map((row) => ({
  ...row,
  documentation: row.documentation.replace("/APIReference/", "/API/"),
}));
