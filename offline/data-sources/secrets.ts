import { type AwsContext } from "../resources/behaviour";
import { asText, asTexts } from "../values/reading";
import { type Value, type Values } from "../values/value";
import { type DataSource } from "./data-source";
import { inReach, tagsOf } from "./existing";
import { lookup, same, type Lookup } from "./lookup";
import { stableHex } from "./stable-ids";

const secret = lookup({
  type: "aws_secretsmanager_secret",
  noun: "Secrets Manager Secret",
  by: same("arn name"),
  ignoresTags: true,
  none: (configuration) => ({
    code: "ResourceNotFoundException",
    message: `reading Secrets Manager Secret (${asText(configuration["arn"]) ?? asText(configuration["name"]) ?? ""}): couldn't find resource`,
  }),
  answer: {
    ...same("id=arn arn name description kms_key_id policy created_date last_changed_date"),
    tags: tagsOf,
  },
});

/** The version with the stage (`AWSCURRENT` unless another is asked for) or with the id. */
const secretVersion: DataSource = {
  type: "aws_secretsmanager_secret_version",
  read(configuration, aws) {
    const asked = asText(configuration["secret_id"]) ?? "";
    const versionId = asText(configuration["version_id"]);
    const stage = asText(configuration["version_stage"]) ?? "AWSCURRENT";
    const owner = inReach(aws, ["aws_secretsmanager_secret"], "region").find(({ values }) =>
      [values["arn"], values["name"], values["id"]].includes(asked),
    );
    const names = [asked, owner?.values["arn"], owner?.values["name"], owner?.values["id"]];
    const versions = inReach(aws, ["aws_secretsmanager_secret_version"], "region").filter(
      ({ values }) =>
        names.includes(values["secret_id"]) &&
        (versionId === undefined ? stagesOf(values).includes(stage) : values["version_id"] === versionId),
    );
    const found = versions.at(-1)?.values;
    if (!owner || !found) {
      const message = owner
        ? `Secrets Manager can't find the specified secret value for ${versionId ? `VersionId: ${versionId}` : `staging label: ${stage}`}`
        : "Secrets Manager can't find the specified secret.";
      const advice = "Apply the stack that makes the secret, and put a value into it, first.";
      return { refusal: { code: "ResourceNotFoundException", message, advice } };
    }
    return {
      values: {
        id: `${asked}|${versionId ?? stage}`,
        arn: owner.values["arn"] ?? null,
        secret_string: found["secret_string"] ?? null,
        secret_binary: asText(found["secret_binary"]) ?? "",
        version_id: found["version_id"] ?? null,
        version_stage: versionId === undefined ? stage : null,
        version_stages: stagesOf(found),
        created_date: found["created_date"] ?? null,
      },
    };
  },
};

function stagesOf(version: Values): readonly string[] {
  const stages = asTexts(version["version_stages"]);
  return stages.length > 0 ? stages : ["AWSCURRENT"];
}

const keyAnswer: Lookup["answer"] = {
  ...same("id=key_id arn description key_id=key_id multi_region custom_key_store_id xks_key_configuration"),
  aws_account_id: (_values, { account }) => account,
  customer_master_key_spec: keySpec,
  key_spec: keySpec,
  key_usage: ({ key_usage: usage }) => asText(usage) ?? "ENCRYPT_DECRYPT",
  enabled: ({ is_enabled: isEnabled }) => isEnabled !== false,
  key_state: ({ is_enabled: isEnabled }) => (isEnabled === false ? "Disabled" : "Enabled"),
  key_manager: () => "CUSTOMER",
  origin: () => "AWS_KMS",
  multi_region_configuration: () => [],
};

function keySpec(values: Values): string {
  return asText(values["customer_master_key_spec"]) ?? "SYMMETRIC_DEFAULT";
}

/** Found by id, ARN, alias or the alias's ARN. The answer's `key_id` stays what was asked for. */
const key: DataSource = {
  type: "aws_kms_key",
  read(configuration, aws) {
    const asked = asText(configuration["key_id"]) ?? "";
    const found = lookup({
      type: "aws_kms_key",
      resources: ["aws_kms_key", "aws_kms_external_key", "aws_kms_replica_key"],
      noun: "KMS Key",
      by: {
        key_id: (values) => [values["key_id"] ?? null, values["arn"] ?? null, ...aliasesOf(values, aws)],
      },
      answer: keyAnswer,
      none: () => ({ code: "NotFoundException", message: noKey(asked, aws) }),
      assume: () => assumedKey(asked, aws),
    }).read(configuration, aws);
    return "refusal" in found ? found : { ...found, values: { ...found.values, key_id: asked } };
  },
};

function aliasesOf(keyValues: Values, aws: AwsContext): readonly Value[] {
  return inReach(aws, ["aws_kms_alias"], "region")
    .map(({ values }) => values)
    .filter(({ target_key_id: target, target_key_arn: arn }) =>
      [keyValues["key_id"], keyValues["arn"]].some((id) => id !== undefined && (id === target || id === arn)),
    )
    .flatMap(({ name, arn }) => [name ?? null, arn ?? null]);
}

function noKey(asked: string, { partition, region, account }: AwsContext): string {
  const prefix = `arn:${partition}:kms:${region}:${account}:`;
  if (asked.includes("alias/"))
    return `Alias ${asked.startsWith("arn:") ? asked : prefix + asked} is not found.`;
  return `Key '${asked.startsWith("arn:") ? asked : `${prefix}key/${asked}`}' does not exist`;
}

/** Keys that AWS makes when a service first needs one: `alias/aws/rds`. */
function assumedKey(asked: string, aws: AwsContext): ReturnType<NonNullable<Lookup["assume"]>> {
  const service = /(?:^|:)alias\/aws\/([a-z0-9-]+)$/.exec(asked)?.[1];
  if (service === undefined) return undefined;
  const { id, arn } = managedKey(service, aws);
  return {
    assumed: `KMS key "alias/aws/${service}"`,
    values: {
      id,
      arn,
      aws_account_id: aws.account,
      customer_master_key_spec: "SYMMETRIC_DEFAULT",
      description: `Default key that protects my ${service} data when no other key is defined`,
      enabled: true,
      key_manager: "AWS",
      key_spec: "SYMMETRIC_DEFAULT",
      key_state: "Enabled",
      key_usage: "ENCRYPT_DECRYPT",
      multi_region: false,
      multi_region_configuration: [],
      origin: "AWS_KMS",
    },
  };
}

function managedKey(
  service: string,
  { partition, region, account }: AwsContext,
): { id: string; arn: string } {
  const id = stableHex(32, "key", account, region, service).replace(
    /^(.{8})(.{4})(.{4})(.{4})/,
    "$1-$2-$3-$4-",
  );
  return { id, arn: `arn:${partition}:kms:${region}:${account}:key/${id}` };
}

const alias = lookup({
  type: "aws_kms_alias",
  noun: "KMS Alias",
  by: same("name"),
  none: (configuration) => ({
    code: "NotFoundException",
    message: `reading KMS Alias (${asText(configuration["name"]) ?? ""}): couldn't find resource`,
  }),
  answer: same("id=arn arn name target_key_arn target_key_id"),
  assume: (configuration, aws) => {
    const name = asText(configuration["name"]) ?? "";
    if (!name.startsWith("alias/aws/")) return undefined;
    const target = managedKey(name.slice("alias/aws/".length), aws);
    const arn = `arn:${aws.partition}:kms:${aws.region}:${aws.account}:${name}`;
    return {
      assumed: `KMS key "${name}"`,
      values: { id: arn, arn, name, target_key_id: target.id, target_key_arn: target.arn },
    };
  },
});

export const secretDataSources: readonly DataSource[] = [secret, secretVersion, key, alias];
