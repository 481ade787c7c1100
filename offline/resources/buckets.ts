import { bucketZones } from "../regions/bucket-zones";
import { dnsSuffix } from "../regions/partitions";
import { asked } from "../values/reading";
import { type Values } from "../values/value";
import { type AwsContext, type ResourceBehaviour } from "./behaviour";
import { generatedName, templatedBehaviour, type TemplatedAnswer } from "./templated-behaviour";

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html */
const defaultEncryption: readonly Values[] = [
  {
    rule: [
      {
        bucket_key_enabled: false,
        apply_server_side_encryption_by_default: [{ kms_master_key_id: "", sse_algorithm: "AES256" }],
      },
    ],
  },
];

/** Everything that the bucket's companions say, AWS tells about the bucket as well. */
const toldByCompanions = [
  "cors_rule",
  "grant",
  "lifecycle_rule",
  "logging",
  "object_lock_configuration",
  "replication_configuration",
  "server_side_encryption_configuration",
  "versioning",
  "website",
];

const bucket = templatedBehaviour(
  "aws_s3_bucket",
  {
    bucket: generatedName("bucket"),
    id: "{bucket}",
    arn: "arn:{partition}:s3:::{bucket}",
    bucket_domain_name: "{bucket}.s3.{dnsSuffix}",
    bucket_prefix: "",
    bucket_region: "{region}",
    bucket_regional_domain_name: "{bucket}.s3.{region}.{dnsSuffix}",
    hosted_zone_id: (_known, { region }) => bucketZones[region] ?? "",
    object_lock_enabled: false,
    request_payer: "BucketOwner",
    server_side_encryption_configuration: () => defaultEncryption,
    versioning: () => [{ enabled: false, mfa_delete: false }],
  },
  { computedBlocks: toldByCompanions },
);

/** One setting of a bucket, named like it. */
function setting(name: string, answers: Readonly<Record<string, TemplatedAnswer>> = {}): ResourceBehaviour {
  return templatedBehaviour(`aws_s3_bucket_${name}`, { id: "{bucket}", ...answers });
}

/** One of several settings of a kind. */
function named(type: string): ResourceBehaviour {
  return templatedBehaviour(`aws_s3_bucket_${type}`, { id: "{bucket}:{name}" });
}

function websiteDomain(_known: Values, { region, partition }: AwsContext): string {
  const older = ["us-east-1", "us-west-1", "us-west-2", "ap-northeast-1", "ap-southeast-1", "ap-southeast-2"];
  const separator = [...older, "eu-west-1", "sa-east-1", "us-gov-west-1"].includes(region) ? "-" : ".";
  return `s3-website${separator}${region}.${dnsSuffix(partition)}`;
}

const lifecycle = setting("lifecycle_configuration", {
  expected_bucket_owner: "",
  transition_default_minimum_object_size: "all_storage_classes_128K",
});

/** Names are keys, and the provider keeps the older type too. */
function object(type: string, more: Readonly<Record<string, TemplatedAnswer>> = {}): ResourceBehaviour {
  return templatedBehaviour(
    type,
    {
      id: "{bucket}/{key}",
      arn: "arn:{partition}:s3:::{bucket}/{key}",
      bucket_key_enabled: false,
      content_type: "application/octet-stream",
      etag: "{hex:32}",
      kms_key_id: "",
      server_side_encryption: "AES256",
      storage_class: "STANDARD",
      version_id: "",
      ...more,
    },
    { importId: "{bucket}/{key}" },
  );
}

const accessPoint = templatedBehaviour("aws_s3_access_point", {
  account_id: "{account}",
  arn: "arn:{partition}:s3:{region}:{account_id}:accesspoint/{name}",
  id: "{account_id}:{name}",
  alias: "{name}-{hex:34}-s3alias",
  bucket_account_id: "{account}",
  domain_name: "{name}-{account_id}.s3-accesspoint.{region}.{dnsSuffix}",
  network_origin: (known) => (Array.isArray(known["vpc_configuration"]) ? "VPC" : "Internet"),
});

export const bucketBehaviours: readonly ResourceBehaviour[] = [
  bucket,
  lifecycle,
  ...[
    "accelerate_configuration",
    "cors_configuration",
    "notification",
    "object_lock_configuration",
    "ownership_controls",
    "policy",
    "public_access_block",
    "replication_configuration",
    "request_payment_configuration",
    "server_side_encryption_configuration",
    "versioning",
  ].map((name) => setting(name)),
  {
    ...setting("acl"),
    create: (given) => ({ id: [asked(given, "bucket"), asked(given, "acl")].filter(Boolean).join(",") }),
    computedBlocks: ["access_control_policy"],
  },
  setting("logging"),
  setting("website_configuration", {
    website_domain: websiteDomain,
    website_endpoint: (known, aws) => `${asked(known, "bucket")}.${websiteDomain(known, aws)}`,
  }),
  ...["analytics_configuration", "intelligent_tiering_configuration", "inventory", "metric"].map(named),
  object("aws_s3_object", { acl: "" }),
  object("aws_s3_bucket_object"),
  accessPoint,
  templatedBehaviour("aws_s3_account_public_access_block", { account_id: "{account}", id: "{account_id}" }),
];
