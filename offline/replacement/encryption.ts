import { type ReplacementRow } from "./replacement-table";
import { rowsOf } from "./replacement-rows";

const secrets = rowsOf("secretsmanager/latest", {
  aws_secretsmanager_secret: ["UpdateSecret", "name", "name_prefix"],
  aws_secretsmanager_secret_version: [
    "PutSecretValue",
    "secret_binary",
    "secret_id",
    "secret_string",
    "secret_string_wo_version",
  ],
  aws_secretsmanager_secret_policy: ["PutResourcePolicy", "secret_arn"],
  aws_secretsmanager_secret_rotation: ["RotateSecret", "secret_id"],
});

export const encryptionReplacements: readonly ReplacementRow[] = [
  ...rowsOf("kms/latest", {
    aws_kms_key: [
      "CreateKey",
      "custom_key_store_id",
      "customer_master_key_spec",
      "key_usage",
      "multi_region",
      "xks_key_id",
    ],
    aws_kms_alias: ["UpdateAlias", "name", "name_prefix"],
  }),
  // The pages of Secrets Manager are written in small letters.
  ...secrets.map((row) => ({
    ...row,
    documentation: row.documentation.replace("/APIReference/", "/apireference/"),
  })),
];
