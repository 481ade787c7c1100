import { dnsSuffix } from "../regions/partitions";
import { asText } from "../values/reading";
import { type DataSource } from "./data-source";
import { inReach, tagsOf } from "./existing";
import { listing, lookup, notThere, same } from "./lookup";
import { stableHex } from "./stable-ids";

/** Bucket names are global, but a bucket shows its own region to everyone. */
const bucket = lookup({
  type: "aws_s3_bucket",
  scope: "account",
  noun: "S3 Bucket",
  by: same("bucket"),
  none: notThere("S3 Bucket", "bucket", "NoSuchBucket"),
  answer: {
    ...same("id=bucket arn bucket bucket_region hosted_zone_id"),
    bucket_domain_name: ({ bucket: name }, { partition }) =>
      `${asText(name) ?? ""}.s3.${dnsSuffix(partition)}`,
    bucket_regional_domain_name: ({ bucket: name, bucket_region: region }, aws) =>
      `${asText(name) ?? ""}.s3.${asText(region) ?? aws.region}.${dnsSuffix(aws.partition)}`,
  },
});

const object = lookup({
  type: "aws_s3_object",
  resources: ["aws_s3_object", "aws_s3_bucket_object", "aws_s3_object_copy"],
  scope: "account",
  noun: "S3 Object",
  by: same("bucket key version_id"),
  ignoresTags: true,
  none: (configuration) => ({
    code: "NotFound",
    message: `reading S3 Bucket (${asText(configuration["bucket"]) ?? ""}) Object (${asText(configuration["key"]) ?? ""}): couldn't find resource`,
  }),
  answer: {
    ...same(
      "bucket key arn bucket_key_enabled cache_control checksum_crc32 checksum_crc64nvme checksum_sha1",
    ),
    ...same(
      "checksum_sha256 content_disposition content_encoding content_language content_type etag metadata",
    ),
    ...same(
      "object_lock_legal_hold_status object_lock_mode object_lock_retain_until_date server_side_encryption",
    ),
    ...same("storage_class version_id website_redirect_location=website_redirect body=content"),
    id: ({ bucket: name, key }) => `${asText(name) ?? ""}/${asText(key) ?? ""}`,
    content_length: ({ content }) => Buffer.byteLength(asText(content) ?? ""),
    tags: tagsOf,
  },
});

const logGroup = lookup({
  type: "aws_cloudwatch_log_group",
  noun: "CloudWatch Logs Log Group",
  by: same("name"),
  ignoresTags: true,
  none: notThere("CloudWatch Logs Log Group", "name", "ResourceNotFoundException"),
  answer: {
    ...same("id=name arn name kms_key_id log_group_class retention_in_days deletion_protection_enabled"),
    creation_time: () => 1_735_689_600_000,
    tags: tagsOf,
  },
});

const logGroups = listing({
  type: "aws_cloudwatch_log_groups",
  resources: ["aws_cloudwatch_log_group"],
  answer: (all, configuration) => {
    const prefix = asText(configuration["log_group_name_prefix"]) ?? "";
    const found = all.filter(({ name }) => asText(name)?.startsWith(prefix));
    return {
      arns: found.flatMap(({ arn }) => asText(arn) ?? []),
      log_group_names: found.flatMap(({ name }) => asText(name) ?? []),
    };
  },
});

const topic = lookup({
  type: "aws_sns_topic",
  noun: "SNS Topic",
  by: same("name"),
  ignoresTags: true,
  answer: { ...same("id=arn arn name"), tags: tagsOf },
});

const queue = lookup({
  type: "aws_sqs_queue",
  noun: "SQS Queue",
  by: same("name"),
  ignoresTags: true,
  none: () => ({
    code: "AWS.SimpleQueueService.NonExistentQueue",
    message: "The specified queue does not exist.",
  }),
  answer: { ...same("id=url url arn name"), tags: tagsOf },
});

/** A person must click it together in the console, so it is often older than all stacks. */
const connection = lookup({
  type: "aws_codestarconnections_connection",
  noun: "CodeStar Connections Connection",
  by: same("arn name"),
  ignoresTags: true,
  answer: {
    ...same("id=arn arn name host_arn provider_type"),
    // Terraform can order a connection, but only a person can complete it.
    connection_status: ({ connection_status: status }) => asText(status) ?? "PENDING",
    tags: tagsOf,
  },
  assume: (configuration, { account, region, partition }) => {
    const name = asText(configuration["name"]) ?? "connection";
    const id = stableHex(32, "connection", account, region, name).replace(
      /^(.{8})(.{4})(.{4})(.{4})/,
      "$1-$2-$3-$4-",
    );
    const arn =
      asText(configuration["arn"]) ??
      `arn:${partition}:codestar-connections:${region}:${account}:connection/${id}`;
    return {
      assumed: `CodeStar connection "${asText(configuration["arn"]) ?? name}"`,
      values: {
        id: arn,
        arn,
        name,
        connection_status: "AVAILABLE",
        host_arn: "",
        provider_type: "GitHub",
        tags: {},
      },
    };
  },
});

/**
 * CloudFront's own cache policies.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
 */
const managedCachePolicies: Readonly<Record<string, string>> = {
  "Managed-Amplify": "2e54312d-136d-493c-8eb9-b001f22f67d2",
  "Managed-CachingDisabled": "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
  "Managed-CachingOptimized": "658327ea-f89d-4fab-a63d-7e88639e58f6",
  "Managed-CachingOptimizedForUncompressedObjects": "b2884449-e4de-46a7-ac36-70bc7f1ddd6d",
  "Managed-Elemental-MediaPackage": "08627262-05a9-4f76-9ded-b50ca2e3a84f",
  UseOriginCacheControlHeaders: "83da9c7e-98b4-4e11-a168-04f0df8e2c65",
  "UseOriginCacheControlHeaders-QueryStrings": "4cc15a8a-d715-48a4-82b8-cc0b614638fe",
};

const cachePolicy: DataSource = {
  type: "aws_cloudfront_cache_policy",
  read(configuration, aws) {
    const [id, name] = [asText(configuration["id"]), asText(configuration["name"])];
    const managed = Object.entries(managedCachePolicies).find(([key, value]) => key === name || value === id);
    const own = inReach(aws, ["aws_cloudfront_cache_policy"], "account").find(
      ({ values }) => values["name"] === name || values["id"] === id,
    )?.values;
    if (own) {
      const shown = ["id", "arn", "name", "comment", "default_ttl", "etag", "max_ttl", "min_ttl"];
      return { values: Object.fromEntries(shown.map((attribute) => [attribute, own[attribute] ?? null])) };
    }
    if (!managed) {
      const message = `no matching CloudFront Cache Policy (${name ?? id ?? ""})`;
      const advice = `Offline, CloudFront has these of its own: ${Object.keys(managedCachePolicies).join(", ")}.`;
      return { refusal: { code: "NoSuchCachePolicy", message, advice } };
    }
    const isCaching = managed[0] !== "Managed-CachingDisabled";
    return {
      values: {
        id: managed[1],
        name: managed[0],
        arn: `arn:${aws.partition}:cloudfront::${aws.account}:cache-policy/${managed[1]}`,
        comment: "",
        etag: "E23ZP02F085DFQ",
        default_ttl: isCaching ? 86_400 : 0,
        max_ttl: isCaching ? 31_536_000 : 0,
        min_ttl: isCaching ? 1 : 0,
      },
    };
  },
};

export const serviceDataSources: readonly DataSource[] = [
  bucket,
  object,
  logGroup,
  logGroups,
  topic,
  queue,
  connection,
  cachePolicy,
];
