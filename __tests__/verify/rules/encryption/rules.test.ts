import { encryptionRules } from "../../../../verify/rules/encryption/rules";
import { describeRules, findingsInOurs, type RuleCase } from "../../../support/rule-cases";

type Body = Readonly<Record<string, unknown>>;

const key = (body: Body): RuleCase => ({ "aws_kms_key.data": body });
const queue = (body: Body): RuleCase => ({ "aws_sqs_queue.jobs": body });
const parameter = (body: Body): RuleCase => ({ "aws_ssm_parameter.one": body });
const version = (body: Body): RuleCase => ({
  "random_password.api": { length: 32 },
  "aws_secretsmanager_secret_version.api": { secret_id: "api", ...body },
});
const secret = (rotation?: Body): RuleCase => ({
  "aws_secretsmanager_secret.api": { name: "prod/api" },
  ...(rotation && { "aws_secretsmanager_secret_rotation.api": rotation }),
});
const other: RuleCase = { "aws_vpc.main": {} };
const notShown = "a secret as text, not shown";

describeRules(encryptionRules, {
  "keys-rotate": {
    passes: { "rotation switched on": key({ enable_key_rotation: true }) },
    fails: {
      "nothing said": [key({}), "aws_kms_key.data enable_key_rotation: nothing, which means false"],
      "a key of a kind that the files do not tell": [
        key({ customer_master_key_spec: "${var.spec}" }),
        "aws_kms_key.data enable_key_rotation: nothing, which means false",
      ],
      "a flag that the files do not tell": [
        key({ enable_key_rotation: "${var.rotate}" }),
        "aws_kms_key.data enable_key_rotation: var.rotate",
      ],
    },
    isNotAbout: {
      "asymmetric keys, which AWS does not rotate": key({ customer_master_key_spec: "RSA_2048" }),
      "keys in a store outside": key({ custom_key_store_id: "cks-1" }),
    },
  },
  "keys-wait-before-deletion": {
    passes: { "AWS's own 30 days": key({}), "two weeks": key({ deletion_window_in_days: 14 }) },
    fails: { "a week": [key({ deletion_window_in_days: 7 }), "aws_kms_key.data deletion_window_in_days: 7"] },
    isNotAbout: { "files without keys": other },
  },
  "topics-are-encrypted": {
    passes: { "a key": { "aws_sns_topic.alarms": { kms_master_key_id: "alias/alarms" } } },
    fails: { "no key": [{ "aws_sns_topic.alarms": {} }, "aws_sns_topic.alarms kms_master_key_id: nothing"] },
    isNotAbout: { "files without topics": other },
  },
  "queues-are-encrypted": {
    passes: {
      "a key": queue({ kms_master_key_id: "alias/jobs" }),
      "a key of AWS": queue({ sqs_managed_sse_enabled: true }),
    },
    fails: {
      "nothing said": [queue({}), "aws_sqs_queue.jobs kms_master_key_id: nothing"],
      "switched off": [
        queue({ sqs_managed_sse_enabled: false }),
        "aws_sqs_queue.jobs sqs_managed_sse_enabled: false",
      ],
    },
    isNotAbout: { "files without queues": other },
  },
  "secrets-rotate": {
    passes: {
      "a rotation that refers to it": secret({
        secret_id: "${aws_secretsmanager_secret.api.id}",
        rotation_rules: { automatically_after_days: 30 },
      }),
      "a rotation by schedule": secret({
        secret_id: "${aws_secretsmanager_secret.api.arn}",
        rotation_rules: [{ schedule_expression: "rate(10 days)" }],
      }),
      "a rotation that calls it by its name": secret({ secret_id: "prod/api" }),
    },
    fails: {
      "no rotation": [secret(), "aws_secretsmanager_secret.api : none that names it"],
      "the rotation of another": [
        secret({ secret_id: "prod/other" }),
        "aws_secretsmanager_secret.api : none that names it",
      ],
      "a rotation after years": [
        secret({ secret_id: "prod/api", rotation_rules: { automatically_after_days: 900 } }),
        "aws_secretsmanager_secret_rotation.api rotation_rules.automatically_after_days: 900",
      ],
    },
    isNotAbout: {
      "a password that RDS manages": { "aws_db_instance.app": { manage_master_user_password: true } },
    },
  },
  "secret-parameters-are-encrypted": {
    passes: {
      "an encrypted one": parameter({ name: "/app/db-password", type: "SecureString" }),
    },
    fails: {
      "a readable one": [
        parameter({ name: "/app/db-password", type: "String" }),
        'aws_ssm_parameter.one type: "String"',
      ],
      "a name that is known at its end only": [
        parameter({ name: "/${var.app}/api-key", type: "String" }),
        'aws_ssm_parameter.one type: "String"',
      ],
      "a name that the files do not tell": [
        parameter({ name: "${var.name}", type: "${var.type}" }),
        "aws_ssm_parameter.one type: var.type",
      ],
    },
    isNotAbout: { "parameters with another name": parameter({ name: "/app/url", type: "String" }) },
  },
  "no-secret-text": {
    passes: {
      "a value that is made elsewhere": version({ secret_string: "${random_password.api.result}" }),
      "a value from a variable": version({ secret_string: "${var.token}" }),
      "a document with the secret from elsewhere": version({
        secret_string: '${jsonencode({ user = "api", password = random_password.api.result })}',
      }),
      "a placeholder that Terraform leaves alone": version({
        secret_string: "set by hand",
        lifecycle: { ignore_changes: ["secret_string"] },
      }),
      "a parameter without a secret": parameter({
        name: "/app/url",
        type: "String",
        value: "https://a.example",
      }),
    },
    fails: {
      "a secret as text": [
        version({ secret_string: "correct horse" }),
        `aws_secretsmanager_secret_version.api secret_string: ${notShown}`,
      ],
      "a document with the secret in it": [
        version({ secret_string: '${jsonencode({ user = var.user, password = "correct horse" })}' }),
        `aws_secretsmanager_secret_version.api secret_string: ${notShown}`,
      ],
      "a document that is all text": [
        version({ secret_string: '${jsonencode({ user = "api", pin = "7261" })}' }),
        `aws_secretsmanager_secret_version.api secret_string: ${notShown}`,
      ],
      "an encrypted parameter, whose text is readable here": [
        parameter({ name: "/app/pin", type: "SecureString", value: "7261" }),
        `aws_ssm_parameter.one value: ${notShown}`,
      ],
      "a parameter that may be encrypted": [
        parameter({ name: "/app/pin", type: "${var.type}", value: "7261" }),
        `aws_ssm_parameter.one value: ${notShown}`,
      ],
      "a parameter with the name of a secret": [
        parameter({ name: "/app/token", type: "String", value: "7261" }),
        `aws_ssm_parameter.one value: ${notShown}`,
      ],
      "a parameter that looks like a secret": [
        parameter({ name: "/app/url", type: "String", value: "postgres://app:hunter22@db/app" }),
        `aws_ssm_parameter.one value: ${notShown}`,
      ],
      "a text with a part from elsewhere": [
        parameter({ name: "/app/url", type: "String", value: "postgres://app:hunter22@${var.host}/app" }),
        `aws_ssm_parameter.one value: ${notShown}`,
      ],
    },
    isNotAbout: { "secrets without a value": secret() },
  },
});

test("our environments pass", () => expect(findingsInOurs(encryptionRules)).toEqual([]));
