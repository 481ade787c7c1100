import type { JsonPath } from "../../json-files/json-path";
import type { Finding } from "./finding";
import type { JsonNode } from "../../json-files/json-document";
import { announcesSecret, detectSecret, isHarmless, namesSecret } from "../../secrets/secret-detectors";
import { showText } from "../../json-files/show-text";

/** Finds text that looks like a secret; no part of it is shown. */
export function findPlainSecrets(root: JsonNode): Finding[] {
  return [...findInText(root), ...root.items.flatMap(findAnnounced)];
}

/** Values and keys that are a secret by their own look. */
function findInText(node: JsonNode): Finding[] {
  const keys = [...node.fields].flatMap(([key, { node: field }]) =>
    describe(field.path, detectSecret(key), true),
  );
  const own = typeof node.value === "string" ? describe(node.path, detectSecret(node.value)) : [];
  const children = [...node.items, ...[...node.fields.values()].map((field) => field.node)];
  return [...own, ...keys, ...children.flatMap(findInText)];
}

/** Values that are a secret by what stands before them. */
function findAnnounced(container: JsonNode): Finding[] {
  return [
    ...afterNames(container.fields.get("environment")?.node),
    ...underKeys(container.fields.get("dockerLabels")?.node),
    ...afterOptions(container.fields.get("command")?.node),
    ...afterOptions(container.fields.get("entryPoint")?.node),
  ];
}

function afterNames(environment: JsonNode | undefined): Finding[] {
  return (environment?.items ?? []).flatMap(({ fields }) => {
    const name = fields.get("name")?.node.value;
    const isSecret = typeof name === "string" && namesSecret(name);
    return isSecret ? announced(fields.get("value")?.node, `the value of ${showText(name)}`) : [];
  });
}

function underKeys(labels: JsonNode | undefined): Finding[] {
  return [...(labels?.fields ?? [])].flatMap(([key, { node }]) =>
    namesSecret(key) ? announced(node, `the value of ${showText(key)}`) : [],
  );
}

function afterOptions(words: JsonNode | undefined): Finding[] {
  return (words?.items ?? []).flatMap(({ value }, index) =>
    typeof value === "string" && announcesSecret(value)
      ? announced(words?.items[index + 1], `the word after ${value}`)
      : [],
  );
}

function announced(node: JsonNode | undefined, kind: string): Finding[] {
  if (!node || typeof node.value !== "string") return [];
  const isReported = detectSecret(node.value) !== undefined;
  return isReported || isHarmless(node.value) ? [] : describe(node.path, kind);
}

function describe(path: JsonPath, kind: string | undefined, atKey = false): Finding[] {
  if (kind === undefined) return [];
  const must = "must not hold a secret, because whoever reads the repository or the task can read it";
  const refer =
    path[1] === "environment"
      ? ' and refer to it under "secrets"'
      : ', refer to it under "secrets" and read the variable';
  const advice = `Store it in Secrets Manager or SSM${refer}; change it if it was ever committed.`;
  return [{ path, atKey, must, got: kind, advice }];
}
