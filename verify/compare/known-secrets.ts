import { type StackFiles } from "../estate/stack-files";
import { asObject } from "../../terraform/stacks/stack";
import { Document, isPlainList, isPlainMap, type Plain } from "./plain";
import { plainJson } from "./plain-json";
import { plainMap } from "./plain-value";
import { hidden, redact } from "./redact";

/** Shorter texts stand in too many places that have nothing to do with the secret. */
const shortest = 6;

/**
 * Hides every secret that the files hold under a name that says so, wherever else it appears: in a command, in a message of a rule.
 */
export function hidingSecrets(stacks: readonly StackFiles[]): (text: string) => string {
  const secrets = new Set<string>();
  for (const stack of stacks) {
    for (const { type, values } of [...stack.resources, ...stack.providers]) {
      const context = { stackName: stack.name, placeNow: (place: string) => place };
      collect(plainMap(values, context), type, secrets);
    }
    for (const variable of Object.values(asObject(Reflect.get(stack.configuration, "variable")))) {
      const { sensitive, default: value } = asObject(variable);
      if (sensitive === true) textsOf(plainJson(value)).forEach((text) => secrets.add(text));
    }
  }
  const known = [...secrets].filter((text) => text.length >= shortest).sort((a, b) => b.length - a.length);
  return (text) => known.reduce((shown, secret) => shown.replaceAll(secret, hidden.text), text);
}

function collect(value: Plain, type: string, into: Set<string>): void {
  pairUp(value, redact(value, type), into);
}

/** The texts of a value that are hidden in what may be shown of it. */
function pairUp(raw: Plain, shown: Plain | undefined, into: Set<string>): void {
  if (shown === hidden) textsOf(raw).forEach((text) => into.add(text));
  else if (raw instanceof Document && shown instanceof Document) pairUp(raw.content, shown.content, into);
  else if (isPlainList(raw) && isPlainList(shown))
    raw.forEach((item, index) => pairUp(item, shown[index], into));
  else if (isPlainMap(raw) && isPlainMap(shown)) {
    Object.entries(raw).forEach(([name, item]) => pairUp(item, shown[name], into));
  }
}

function textsOf(value: Plain): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "number") return [String(value)];
  if (value instanceof Document) return textsOf(value.content);
  if (isPlainList(value)) return value.flatMap(textsOf);
  return isPlainMap(value) ? Object.values(value).flatMap(textsOf) : [];
}
