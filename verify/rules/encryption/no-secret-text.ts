import { detectSecret, isHarmless, namesSecret } from "../../../secrets/secret-detectors";
import { type Resource } from "../../estate/resource";
import { fieldsOf, isMap } from "../../values/fields-of";
import { isPlain, isUnset, itemsOf, referencesIn } from "../../values/plain-values";
import { JsonText, Template, Unknown, type Value } from "../../values/value";
import { lifecycleOf } from "../lifecycle-of";
import { type Rule, type Verdict } from "../rule";
import { namesASecret } from "./secret-parameters-are-encrypted";

const attributes: Readonly<Record<string, readonly string[]>> = {
  aws_secretsmanager_secret_version: ["secret_string", "secret_string_wo", "secret_binary"],
  aws_ssm_parameter: ["value", "value_wo", "insecure_value"],
};

/** Reads only what is written; a value from a variable or another resource is no text in the files. */
export const noSecretText: Rule = {
  id: "no-secret-text",
  title: "No secret stands in the files as text",
  severity: "error",
  controls: [],
  page: "https://developer.hashicorp.com/terraform/language/manage-sensitive-data",
  why: "It stays in the repository's history, in every plan and in the state, for all who can read one of them.",
  fix: "Let AWS make the secret, or create it empty and write the value with the AWS CLI; `ignore_changes` keeps Terraform away.",
  check: (environment) => environment.all(...Object.keys(attributes)).flatMap(verdicts),
};

function verdicts(resource: Resource): readonly Verdict[] {
  const { ignores } = lifecycleOf(resource);
  const given = (attributes[resource.type] ?? []).filter((name) => !isUnset(resource.values[name]));
  return given.map((attribute): Verdict => {
    // What Terraform never writes again is a placeholder.
    const isPlaceholder = ignores.includes(attribute) || ignores.includes("all");
    if (isPlaceholder || !isSecretText(resource, resource.values[attribute])) return { resource };
    return {
      resource,
      problem: { attribute, must: "must come from elsewhere", got: "a secret as text, not shown" },
    };
  });
}

function isSecretText(resource: Resource, value: Value | undefined): boolean {
  const { type } = resource.values;
  const isSecret = (type !== "String" && type !== "StringList") || namesASecret(resource);
  if (value instanceof JsonText) return holdsSecret(value.value) || (isSecret && isWritten(value.value));
  if (isPlain(value)) return isSecret ? value !== "" : detectSecret(String(value)) !== undefined;
  return value instanceof Template && value.parts.some((part) => typeof part === "string" && hasSecret(part));
}

function hasSecret(text: string): boolean {
  return detectSecret(text) !== undefined;
}

/** Whether a text under the name of a secret, or one that looks like a secret, is anywhere in a value. */
function holdsSecret(value: Value): boolean {
  if (isPlain(value)) return hasSecret(String(value));
  if (!isMap(value)) return Array.isArray(value) && itemsOf(value).some(holdsSecret);
  return Object.entries(fieldsOf(value)).some(
    ([name, item]) => holdsSecret(item) || (namesSecret(name) && isPlain(item) && !isHarmless(String(item))),
  );
}

/** Whether all of a value is written in the files. */
function isWritten(value: Value): boolean {
  if (value instanceof Unknown || referencesIn(value).length > 0) return false;
  return isMap(value) || Array.isArray(value) ? Object.values(value).every(isWritten) : true;
}
