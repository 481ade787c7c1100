import { asObject } from "../../terraform/stacks/stack";
import { type StackFiles } from "../estate/stack-files";
import { attributeChange } from "./attribute-change";
import { type SettingChange } from "./comparison";
import { differences } from "./differences";
import { type PlainMap } from "./plain";
import { plainJson } from "./plain-json";
import { type PlainContext, plainMap, plainValue, policyDocument } from "./plain-value";

/**
 * What differs beside the resources: Terraform's own settings, providers, variables, modules, outputs, and data sources. The state of
 * another stack is read through its outputs, and a policy document is shown where it is used: neither is shown twice.
 */
export function compareSettings(
  base: StackFiles,
  head: StackFiles,
  contexts: { readonly base: PlainContext; readonly head: PlainContext },
): readonly SettingChange[] {
  const [old, now] = [settingsOf(base, contexts.base), settingsOf(head, contexts.head)];
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((address): SettingChange[] => {
    const [before, after] = [old.get(address), now.get(address)];
    if (before === undefined) return [{ address, action: "add", attributes: [] }];
    if (after === undefined) return [{ address, action: "remove", attributes: [] }];
    const type = address.split(".")[address.startsWith("data.") ? 1 : 0] ?? "";
    const attributes = differences(before, after).map((difference) => attributeChange(difference, type));
    return attributes.length === 0 ? [] : [{ address, action: "change", attributes }];
  });
}

const elsewhere: ReadonlySet<string> = new Set([policyDocument, "terraform_remote_state"]);

function settingsOf(stack: StackFiles, context: PlainContext): ReadonlyMap<string, PlainMap> {
  const { configuration, providers, resources } = stack;
  const json = (name: string, word: string) =>
    Object.entries(asObject(Reflect.get(configuration, name))).map(([key, body]): [string, PlainMap] => [
      `${word}.${key}`,
      { ...withoutSecret(asObject(body)) },
    ]);
  const sources = resources.filter(({ mode, type }) => mode === "data" && !elsewhere.has(type));
  return new Map<string, PlainMap>([
    [
      "terraform",
      Object.fromEntries(
        Object.entries(asObject(configuration.terraform)).map(([k, v]) => [k, plainJson(v)]),
      ),
    ],
    ...json("variable", "var"),
    ...json("module", "module"),
    ...outputsOf(stack, context),
    ...[...providers, ...sources].map(({ address, values }): [string, PlainMap] => [
      address,
      plainMap(values, context),
    ]),
  ]);
}

/** cdktf marks every output that another stack reads as sensitive; what is written as a reference is none. */
function outputsOf(stack: StackFiles, context: PlainContext): readonly [string, PlainMap][] {
  return Object.entries(asObject(stack.configuration.output)).map(([name, body]) => {
    const value = plainValue(stack.output(name), context);
    const isSecret = asObject(body)["sensitive"] === true && typeof value === "string";
    return [`output.${name}`, { content: isSecret ? { secret: value } : value }];
  });
}

/** The default of a sensitive variable is a secret, whatever its name. */
function withoutSecret(variable: Readonly<Record<string, unknown>>): PlainMap {
  return Object.fromEntries(
    Object.entries(variable).map(([name, value]) => [
      variable["sensitive"] === true && name === "default" ? "secret" : name,
      plainJson(value),
    ]),
  );
}
