import { announcesSecret, detectSecret, isHarmless, namesSecret } from "../../../secrets/secret-detectors";
import { isMap } from "../../values/fields-of";
import { isOpen, isUnset, itemsOf, referencesIn } from "../../values/plain-values";
import { showSource } from "../../values/show-source";
import { showValue } from "../../values/show-value";
import { JsonText, type Reference, Template, Unknown, type Value } from "../../values/value";
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
  const text = knownText(value);
  const kind = detectSecret(text);
  if (kind !== undefined) return kind;
  const secret = referencesIn(value).find(isSensitive);
  if (secret) return `the secret ${showValue(secret)}`;
  const parts = value instanceof Template ? value.parts : [value];
  const promised = parts.find(
    (part) => part instanceof Unknown && /^var\.\w+$/.test(part.expression) && namesSecret(part.expression),
  );
  if (promised !== undefined) return showSource(promised);
  if (!namesSecret(name)) return undefined;
  const unknown = parts.find((part) => part instanceof Unknown);
  if (unknown !== undefined) return showSource(unknown);
  return isOpen(value) || isHarmless(text) ? undefined : "a value of its own";
}

/** What providers mark as sensitive, of the resources that hold passwords and keys. */
const sensitiveAttributes: readonly RegExp[] = [
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
  return sensitiveAttributes.some((pattern) => pattern.test(written));
}

/** Log drivers take tokens there; `secretOptions` beside it is the place for them. */
const logOptions = "logConfiguration.options";

function isSecretOption(name: string, value: Value): boolean {
  return namesSecret(name) && typeof value === "string" && !isHarmless(value);
}

function textsIn(path: string, value: Value): readonly Found[] {
  if (isUnset(value)) return [];
  if (isMap(value)) {
    return Object.entries(value).flatMap(([key, item]) =>
      path === logOptions && isSecretOption(key, item)
        ? [found(`${path}.${key}`, "a value of its own")]
        : textsIn(`${path}.${key}`, item),
    );
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

/** What stands in the files; parts that they do not tell look like references of a shell, which are no secrets. */
function knownText(value: Value): string {
  if (value instanceof Template)
    return value.parts.map((part) => (typeof part === "string" ? part : "${…}")).join("");
  if (value instanceof JsonText) return JSON.stringify(value.value, (_, item: Value) => knownItem(item));
  return isOpen(value) || isUnset(value) ? "" : String(value);
}

function knownItem(item: Value): unknown {
  if (item instanceof JsonText || item instanceof Template) return knownText(item);
  return isOpen(item) ? "${…}" : item;
}

function unknownVariables(attribute: string, value: Value): Found {
  return { attribute, must: "must be known to the files", got: showSource(value) };
}

function found(attribute: string, got: string): Found {
  return { attribute, must: "must not be a secret", got };
}
