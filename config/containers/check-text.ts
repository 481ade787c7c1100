import type { JsonPath } from "../../json-files/json-path";
import type { Finding } from "./finding";
import type { JsonNode } from "../../json-files/json-document";

interface TextRule {
  readonly pattern: RegExp;
  readonly must: string;
  readonly got: string;
  readonly advice: string;
}

const textRules: readonly TextRule[] = [
  {
    pattern: /TfToken\[/,
    must: "must not contain TfToken[, because CDK for Terraform takes it for a marker of its own",
    got: 'text with "TfToken["',
    advice: "Write it in another way, for example with a space before the bracket.",
  },
  {
    pattern: /\0/,
    must: "must not contain NUL characters, because no process can receive them",
    got: "text with \\u0000",
    advice: "Remove the character.",
  },
  {
    pattern: /\p{Surrogate}/u,
    must: "must be whole Unicode characters, because UTF-8 has no half ones",
    got: "half of a surrogate pair",
    advice: "Write both halves (\\ud83d\\ude00), or the character itself.",
  },
];

/** Checks every text of the file, keys too. `${…}` and `%{…}` are ordinary text here: the stacks escape them. */
export function checkText(node: JsonNode): Finding[] {
  if (typeof node.value === "string") return violations(node.value, node.path, false);
  const keys = [...node.fields].flatMap(([key, { node: field }]) => violations(key, field.path, true));
  const children = [...node.items, ...[...node.fields.values()].map((field) => field.node)];
  return [...keys, ...children.flatMap(checkText)];
}

function violations(text: string, path: JsonPath, atKey: boolean): Finding[] {
  return textRules
    .filter(({ pattern }) => pattern.test(text))
    .map(({ must, got, advice }) => ({ path, atKey, must, got, advice }));
}
