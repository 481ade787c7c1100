import type { Finding } from "./finding";
import type { JsonNode } from "./json-document";
import {
  harmlessValuePatterns,
  secretDetectors,
  secretNamePattern,
  secretOptionPattern,
} from "./secret-detectors";

/** Finds text that looks like a secret; what it finds is never shown in full. */
export function findPlainSecrets(root: JsonNode): Finding[] {
  return [...findIn(root), ...root.items.flatMap(findNamedSecrets)];
}

/** First characters of a secret, at most four and never more than a quarter of it. */
export function maskSecret(secret: string): string {
  return `${secret.slice(0, Math.min(4, Math.floor(secret.length / 4)))}…`;
}

function findIn(node: JsonNode): Finding[] {
  if (typeof node.value === "string") return describe(node, detect(node.value));
  const children = [...node.items, ...[...node.fields.values()].map((field) => field.node)];
  return children.flatMap(findIn);
}

interface Detected {
  readonly kind: string;
  readonly secret: string;
}

function detect(text: string): Detected | undefined {
  for (const { kind, pattern } of secretDetectors) {
    const match = pattern.exec(text);
    const secret = match?.groups?.secret ?? match?.[0];
    if (secret !== undefined && (match?.groups === undefined || !isHarmless(secret))) return { kind, secret };
  }
  return undefined;
}

function isHarmless(value: string): boolean {
  return harmlessValuePatterns.some((pattern) => pattern.test(value));
}

function describe({ path }: JsonNode, detected: Detected | undefined): Finding[] {
  if (!detected) return [];
  const { kind, secret } = detected;
  const must = "must not hold a secret, because whoever reads the repository or the task can read it";
  return [{ path, must, got: `${kind} (${maskSecret(secret)})`, advice: adviceFor(path) }];
}

function adviceFor(path: Finding["path"]): string {
  const isVariable = path[1] === "environment";
  return isVariable
    ? 'Store it in Secrets Manager or SSM and refer to it under "secrets"; change it if it was ever committed.'
    : 'Store it in Secrets Manager or SSM, refer to it under "secrets" and read the variable; change it if it was ever committed.';
}

/** Values whose name says that they are secret, where their text does not. */
function findNamedSecrets(container: JsonNode): Finding[] {
  return [
    ...named(container.fields.get("environment")?.node),
    ...labelled(container.fields.get("dockerLabels")?.node),
    ...afterOptions(container.fields.get("command")?.node),
    ...afterOptions(container.fields.get("entryPoint")?.node),
  ];
}

function named(environment: JsonNode | undefined): Finding[] {
  return (environment?.items ?? []).flatMap(({ fields }) => {
    const name = fields.get("name")?.node.value;
    const value = fields.get("value")?.node;
    return typeof name === "string" && secretNamePattern.test(name)
      ? expected(value, `the value of ${name}`)
      : [];
  });
}

function labelled(labels: JsonNode | undefined): Finding[] {
  return [...(labels?.fields ?? [])].flatMap(([key, { node }]) =>
    secretNamePattern.test(key) ? expected(node, `the value of ${key}`) : [],
  );
}

function afterOptions(words: JsonNode | undefined): Finding[] {
  return (words?.items ?? []).flatMap(({ value }, index) =>
    typeof value === "string" && secretOptionPattern.test(value)
      ? expected(words?.items[index + 1], `the word after ${value}`)
      : [],
  );
}

function expected(node: JsonNode | undefined, kind: string): Finding[] {
  if (!node || typeof node.value !== "string") return [];
  if (isHarmless(node.value) || detect(node.value)) return [];
  return describe(node, { kind, secret: node.value });
}
