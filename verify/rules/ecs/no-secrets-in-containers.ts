import { announcesSecret, detectSecret, isHarmless, namesSecret } from "../../../secrets/secret-detectors";
import { isMap } from "../../values/fields-of";
import { isOpen, isUnset, itemsOf } from "../../values/plain-values";
import { showSource } from "../../values/show-source";
import { showValue } from "../../values/show-value";
import { JsonText, Reference, Template, Unknown, type Value } from "../../values/value";
import { type RuleProblem } from "../rule";
import { containerRule } from "./container-rule";

type Found = RuleProblem & { readonly attribute: string };

/**
 * Looks at variables by name and value, and at every other text by value; a value is never shown. A variable whose name
 * promises a secret must not come from a Terraform variable either: its value would stand in the state and in the task
 * definition. Variables that the files do not tell at all are a problem.
 */
export const noSecretsInContainers = containerRule({
  id: "no-secrets-in-containers",
  title: "Container definitions hold no secrets",
  severity: "error",
  controls: ["ECS.8"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-8",
  why: "Everybody who may look at task definitions, Terraform's state or the repository reads what stands in them.",
  fix: "Keep the secret in Secrets Manager or Parameter Store, and name its ARN in `secrets` of the container.",
  wrong: ({ values }) => {
    const { environment } = values;
    const others = Object.entries(values).filter(([field]) => field !== "environment" && field !== "secrets");
    const variables = isOpen(environment)
      ? [unknownVariables("environment", environment)]
      : itemsOf(environment).flatMap(variable);
    return [...variables, ...others.flatMap(([field, value]) => textsIn(field, value))];
  },
});

function variable(entry: Value, index: number): readonly Found[] {
  if (!isMap(entry)) return [unknownVariables(`environment.${index}`, entry)];
  const { name: given, value = null } = entry;
  const name = typeof given === "string" && detectSecret(given) === undefined ? given : String(index);
  const kind = secretIn(name, value);
  return kind === undefined ? [] : [found(`environment.${name}`, kind)];
}

function secretIn(name: string, value: Value): string | undefined {
  if (value instanceof Reference) return isSensitive(value) ? `the secret ${showValue(value)}` : undefined;
  const text = knownText(value);
  const kind = detectSecret(text);
  if (kind !== undefined) return kind;
  if (value instanceof Template) {
    const sensitive = value.parts.find((part) => part instanceof Reference && isSensitive(part));
    return sensitive && typeof sensitive !== "string" ? `the secret ${showValue(sensitive)}` : undefined;
  }
  if (!namesSecret(name)) return undefined;
  if (value instanceof Unknown) return showSource(value);
  return isHarmless(text) ? undefined : "a value of its own";
}

/** What providers mark as sensitive, of the resources that hold passwords and keys. */
const sensitive: readonly RegExp[] = [
  /^random_password\..*\.(result|bcrypt_hash)$/,
  /aws_secretsmanager_secret_version\..*\.secret_(string|binary)/,
  /aws_ssm_parameter\..*\.value$/,
  /^aws_(db_instance|rds_cluster|docdb_cluster|redshift_cluster)\..*\.(master_)?password$/,
  /^aws_iam_access_key\..*\.(secret|ses_smtp_password_v4)$/,
  /^tls_private_key\..*\.private_key/,
  /^aws_elasticache_replication_group\..*\.auth_token$/,
];

function isSensitive(reference: Reference): boolean {
  const written = showValue(reference);
  return sensitive.some((pattern) => pattern.test(written));
}

function textsIn(path: string, value: Value): readonly Found[] {
  if (isUnset(value)) return [];
  if (isMap(value)) {
    return Object.entries(value).flatMap(([key, item]) => textsIn(`${path}.${key}`, item));
  }
  if (Array.isArray(value)) {
    return value.flatMap((item: Value, index) => {
      const before: Value = value[index - 1] ?? null;
      const isAnnounced = typeof before === "string" && announcesSecret(before);
      const isOwn = isAnnounced && typeof item === "string" && !isHarmless(item);
      return isOwn ? [found(`${path}.${index}`, "a value of its own")] : textsIn(`${path}.${index}`, item);
    });
  }
  const kind = detectSecret(knownText(value));
  return kind === undefined ? [] : [found(path, kind)];
}

function knownText(value: Value): string {
  if (value instanceof Template)
    return value.parts.map((part) => (typeof part === "string" ? part : "${…}")).join("");
  return isOpen(value) || value instanceof JsonText || isUnset(value) ? "" : String(value);
}

function unknownVariables(attribute: string, value: Value): Found {
  return { attribute, must: "must be known to the files", got: showSource(value) };
}

function found(attribute: string, got: string): Found {
  return { attribute, must: "must not be a secret", got };
}
