import { replacements } from "../../offline/replacement/replacements";
import { unknown, type Value as OfflineValue, type Values } from "../../offline/values/value";
import { type Difference } from "./differences";
import { Document, isPlainList, isPlainMap, keyOf, type Plain, type PlainMap, Written } from "./plain";

/** Types of which every change is a new revision beside the old one: nothing that runs is touched. */
const revisions: ReadonlySet<string> = new Set(["aws_ecs_task_definition", "aws_lambda_layer_version"]);

/** What says that one revision follows another, rather than a different thing. */
const identities: ReadonlySet<string> = new Set(["family", "layer_name"]);

/** Attributes of a type that AWS cannot change, of those that differ; sorted. */
export function forcingAttributes(
  type: string,
  found: readonly Difference[],
  before: PlainMap,
  after: PlainMap,
): readonly string[] {
  const row = replacements.get(type);
  if (row === undefined) return [];
  const changed = [...new Set(found.map(pathOf))];
  const fixed = changed.flatMap((path) => row.attributes.filter((name) => isWithin(path, name)));
  const sometimes = Object.entries(row.sometimes ?? {})
    .filter(([name]) => changed.some((path) => isWithin(path, name)))
    .filter(([, isFixed]) => isFixed(offlineValues(before), offlineValues(after)))
    .map(([name]) => name);
  const isDefault = (name: string) =>
    [before, after].every((side) => keyOf(side[name] ?? defaultOf(name)) === keyOf(defaultOf(name)));
  const defaultOf = (name: string): Plain | undefined => {
    const value = row.defaults?.[name];
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? value
      : undefined;
  };
  return [...new Set([...fixed, ...sometimes])]
    .filter((name) => defaultOf(name) === undefined || !isDefault(name))
    .sort();
}

/** Whether an attribute of a type can never change once it is there. */
export function isFixed(type: string, path: string): boolean {
  return replacements.get(type)?.attributes.some((name) => isWithin(path, name)) ?? false;
}

/** Whether a replacement for these attributes is a new revision. */
export function isRevision(type: string, forcedBy: readonly string[]): boolean {
  return revisions.has(type) && !forcedBy.some((name) => identities.has(name));
}

function isWithin(path: string, name: string): boolean {
  return path === name || path.startsWith(`${name}.`) || name.startsWith(`${path}.`);
}

/** Fields only, up to JSON text: `root_block_device.encrypted`. */
function pathOf({ steps }: Difference): string {
  const end = steps.findIndex(({ kind }) => kind === "document");
  const own = end < 0 ? steps : steps.slice(0, end);
  return own.flatMap((step) => (step.kind === "field" ? [step.name] : [])).join(".");
}

function offlineValues(map: PlainMap): Values {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, offlineValue(value)]));
}

function offlineValue(value: Plain): OfflineValue {
  if (value instanceof Written) return unknown;
  if (value instanceof Document) return keyOf(value);
  if (isPlainList(value)) return value.map(offlineValue);
  return isPlainMap(value) ? offlineValues(value) : value;
}
