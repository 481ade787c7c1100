import { asObject } from "../../terraform/stacks/stack";
import { type ModuleSource } from "../estate/module-files";
import { type ReadableStack } from "../estate/stack-files";
import { Document, isPlainList, isPlainMap, type Plain } from "./plain";
import { plainJson } from "./plain-json";
import { hidden, redact } from "./redact";
import { visible } from "./show-value";

/** Shorter texts stand in too many places that have nothing to do with the secret. */
const shortest = 6;

/**
 * Hides every secret that the files hold under a name that says so, wherever else it appears: in a command, in a message of a rule.
 */
export function hidingSecrets(stacks: readonly ReadableStack[]): (text: string) => string {
  const secrets = new Set<string>();
  stacks.forEach((stack) => collect(stack, secrets));
  const forms = [...secrets].flatMap((text) => [text, escaped(text), visible(text), visible(escaped(text))]);
  const known = [...new Set(forms)].filter((text) => text.length >= shortest);
  const longestFirst = known.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return (text) => longestFirst.reduce((shown, secret) => shown.replaceAll(secret, hidden.text), text);
}

/** As it stands between quotes. */
function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function collect({ configuration, modules = {} }: ModuleSource, into: Set<string>): void {
  Object.values(modules).forEach((called) => collect(called, into));
  for (const [kind, types] of Object.entries(configuration)) {
    for (const [type, bodies] of Object.entries(asObject(types))) {
      const raw = plainJson(bodies);
      pairUp(raw, redact(raw, type), into);
      const { sensitive, default: value } = asObject(bodies);
      if (kind === "variable" && sensitive === true)
        textsOf(plainJson(value)).forEach((text) => into.add(text));
    }
  }
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
