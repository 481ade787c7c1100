import { items, text } from "../values/reading";
import { type Values } from "../values/value";
import { afterLast } from "./after-last";
import { arn } from "./arn";
import { type AwsContext, type Companion } from "./behaviour";
import { madeUp, uuid } from "./made-up-ids";

/**
 * The secret in which RDS keeps the master user's password, when it manages it: always exactly one.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
 */
export function masterUserSecret(known: Values, aws: AwsContext): readonly Values[] {
  if (known["manage_master_user_password"] !== true) return [];
  const owner = text(known, "engine")?.startsWith("aurora") ? "cluster" : "db";
  const name = `rds!${owner}-${uuid(aws, "master user secret")}`;
  return [
    {
      secret_arn: arn(
        aws,
        "secretsmanager",
        `secret:${name}-${madeUp("alphanumeric", 6, aws, "master user secret")}`,
      ),
      kms_key_id:
        text(known, "master_user_secret_kms_key_id") ??
        arn(aws, "kms", `key/${uuid(aws, "aws/secretsmanager")}`),
      secret_status: "active",
    },
  ];
}

/** RDS owns the secret: it and its value come and go with the database. */
export function managedSecret(values: Values, aws: AwsContext): readonly Companion[] {
  return items(values, "master_user_secret").flatMap((secret) => {
    const secretArn = text(secret, "secret_arn") ?? "";
    const described = {
      id: secretArn,
      arn: secretArn,
      // An ARN ends with a hyphen and six signs that are not part of the name.
      name: afterLast(":", secretArn).slice(0, -7),
      description: `Secret associated with primary RDS DB instance: ${text(values, "arn") ?? ""}`,
      kms_key_id: text(secret, "kms_key_id") ?? "",
      policy: "",
      region: text(values, "region") ?? null,
      tags: {},
      tags_all: {},
    };
    return [
      { type: "aws_secretsmanager_secret", values: described },
      { type: "aws_secretsmanager_secret_version", values: madeUpLogin(secretArn, values, aws) },
    ];
  });
}

/** The value has RDS's shape, so that a stack can read it; that the password is nobody's, everyone can see. */
function madeUpLogin(secretArn: string, values: Values, aws: AwsContext): Values {
  const versionId = uuid(aws, "master user login");
  const username = text(values, "username") ?? text(values, "master_username") ?? "";
  const password = `offline-${madeUp("alphanumeric", 20, aws, "master user login")}`;
  return {
    id: `${secretArn}|${versionId}`,
    arn: secretArn,
    secret_id: secretArn,
    secret_string: JSON.stringify({ username, password }),
    version_id: versionId,
    version_stages: ["AWSCURRENT"],
    region: text(values, "region") ?? null,
  };
}
