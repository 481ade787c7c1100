import { asObject, isObject } from "../../terraform/stacks/stack";
import { type StackFiles } from "../estate/stack-files";

type Json = Readonly<Record<string, unknown>>;

/**
 * Places at which the configuration that a plan was made from is not that of a stack: resources of the root module that only one of
 * them has, and attributes with another literal value. Without any value.
 */
export function differencesOf(plan: Json, { configuration }: StackFiles): readonly string[] {
  const planned = plannedBodies(plan);
  const written = new Map([
    ...bodies("", asObject(configuration.resource)),
    ...bodies("data.", asObject(configuration.data)),
  ]);
  return [...new Set([...planned.keys(), ...written.keys()])].sort().flatMap((address) => {
    const [one, other] = [planned.get(address), written.get(address)];
    if (one === undefined || other === undefined) return [address];
    // A plan offline reads another state in its place.
    if (address.startsWith("data.terraform_remote_state.")) return [];
    return differentAttributes(one, other).map((attribute) => `${address}.${attribute}`);
  });
}

function plannedBodies(plan: Json): ReadonlyMap<string, Json> {
  const resources = asObject(asObject(plan["configuration"])["root_module"])["resources"];
  const all = Array.isArray(resources) ? resources.filter(isObject) : [];
  return new Map(all.map((one) => [String(one["address"]), asObject(one["expressions"])]));
}

function bodies(prefix: string, types: Json): (readonly [string, Json])[] {
  return Object.entries(types).flatMap(([type, byName]) =>
    Object.entries(asObject(byName)).map(
      ([name, body]) => [`${prefix}${type}.${name}`, asObject(body)] as const,
    ),
  );
}

/** Only what both write as one literal can be compared: a plan does not say what an expression is made of. */
function differentAttributes(planned: Json, written: Json): readonly string[] {
  return Object.keys(planned)
    .filter((name) => {
      const [one, other] = [literalOf(asObject(planned[name])["constant_value"]), literalOf(written[name])];
      return one !== undefined && other !== undefined && one !== other;
    })
    .sort();
}

function literalOf(value: unknown): string | undefined {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" && !/[$%]\{/.test(value) ? value : undefined;
}
