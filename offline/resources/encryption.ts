import { asked } from "../values/reading";
import { type Value, type Values } from "../values/value";
import { type AwsContext, type ResourceBehaviour } from "./behaviour";
import { generatedName, templatedBehaviour } from "./templated-behaviour";

/** The policy of a key made without one. @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html */
function defaultPolicy(_known: Values, { partition, account }: AwsContext): Value {
  const statement = {
    Action: "kms:*",
    Effect: "Allow",
    Principal: { AWS: `arn:${partition}:iam::${account}:root` },
    Resource: "*",
    Sid: "Enable IAM User Permissions",
  };
  return JSON.stringify({ Id: "key-default-1", Statement: [statement], Version: "2012-10-17" });
}

/** Keys for all regions have ids of another form. @see https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html */
const key = templatedBehaviour("aws_kms_key", {
  key_id: (known, aws) =>
    known["multi_region"] === true
      ? `mrk-${aws.hex(32)}`
      : aws.hex(32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"),
  id: "{key_id}",
  arn: "arn:{partition}:kms:{region}:{account}:key/{key_id}",
  description: "",
  multi_region: false,
  policy: defaultPolicy,
  rotation_period_in_days: (known) => (known["enable_key_rotation"] === true ? 365 : 0),
});

/** A target may be named by its id or its ARN. */
function targetArn(known: Values, { partition, region, account }: AwsContext): Value {
  const target = asked(known, "target_key_id");
  return target.startsWith("arn:") ? target : `arn:${partition}:kms:${region}:${account}:key/${target}`;
}

/** Alias names begin with `alias/`, made-up ones too. */
const alias = templatedBehaviour("aws_kms_alias", {
  name: (known, aws) => `${asked(known, "name_prefix") || "alias/"}${aws.hex(26, "name")}`,
  id: "{name}",
  name_prefix: "alias/",
  arn: "arn:{partition}:kms:{region}:{account}:{name}",
  target_key_arn: targetArn,
});

const secretArn = "arn:{partition}:secretsmanager:{region}:{account}:secret:{name}-{alphanumeric:6}";

/** Six made-up signs follow the name. @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html */
const secret = templatedBehaviour("aws_secretsmanager_secret", {
  name: generatedName(),
  arn: secretArn,
  id: "{arn}",
  policy: "",
});

/** Each new value moves the label AWSCURRENT. */
const secretVersion = templatedBehaviour(
  "aws_secretsmanager_secret_version",
  {
    version_id: "terraform-{digits:26}",
    arn: secretOf,
    id: "{secret_id}|{version_id}",
    has_secret_string_wo: false,
    version_stages: ["AWSCURRENT"],
  },
  { importId: "{secret_id}|{version_id}" },
);

function secretOf(known: Values, { cloud }: AwsContext): Value {
  const named = asked(known, "secret_id");
  return cloud.find("aws_secretsmanager_secret", "name", named)?.values["arn"] ?? named;
}

export const encryptionBehaviours: readonly ResourceBehaviour[] = [
  key,
  alias,
  secret,
  secretVersion,
  templatedBehaviour("aws_secretsmanager_secret_policy", { id: "{secret_arn}" }),
  templatedBehaviour("aws_secretsmanager_secret_rotation", { id: "{secret_id}", rotation_enabled: true }),
];
