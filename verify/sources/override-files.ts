import { asObject, isObject } from "../../terraform/stacks/stack";

type Json = Readonly<Record<string, unknown>>;

/** Whether Terraform merges a file into the others instead of adding it to them: `override.tf`, `dev_override.tf.json`. */
export function isOverride(name: string): boolean {
  return /(^|_)override\.(tf|tofu)(\.json)?$/.test(name);
}

/** How many labels the blocks of a kind have; other kinds merge in ways of their own. */
const labels: Readonly<Record<string, number>> = { resource: 2, data: 2, module: 1, variable: 1, output: 1 };

/**
 * What an override file makes of a module: attributes and nested blocks stand in the place of those with their name.
 *
 * @see https://developer.hashicorp.com/terraform/language/files/override
 */
export function override(base: Json, file: Json): Json {
  const result: Record<string, unknown> = { ...base };
  for (const [kind, given] of Object.entries(file)) result[kind] = overrideKind(kind, base[kind], given);
  return result;
}

function overrideKind(kind: string, before: unknown, given: unknown): unknown {
  const count = labels[kind];
  if (count !== undefined) return overrideLabelled(count, before, given);
  if (kind === "provider") return overrideEach(before, given, overrideProviders);
  if (kind === "terraform") return blocks(given).reduce(overrideSettings, joined(before));
  // Locals: the last one of a name counts.
  return [...blocks(before), ...blocks(given)];
}

function overrideLabelled(count: number, before: unknown, given: unknown): unknown {
  if (count > 0) return overrideEach(before, given, (one, other) => overrideLabelled(count - 1, one, other));
  return blocks(given).reduce(overrideBlock, asObject(before));
}

function overrideEach(
  before: unknown,
  given: unknown,
  change: (before: unknown, given: unknown) => unknown,
): Json {
  const result: Record<string, unknown> = { ...asObject(before) };
  for (const [name, one] of Object.entries(asObject(given))) result[name] = change(result[name], one);
  return result;
}

/** A `lifecycle` is merged argument by argument; a nested block replaces all of its kind, also dynamic ones. */
function overrideBlock(before: Json, { dynamic, lifecycle, ...given }: Json): Json {
  const replaced = new Set([...Object.keys(given), ...Object.keys(asObject(dynamic))]);
  const keep = (block: Json) =>
    Object.fromEntries(Object.entries(block).filter(([name]) => !replaced.has(name)));
  const { dynamic: dynamicBefore, lifecycle: lifecycleBefore, ...own } = before;
  const dynamicBlocks = { ...keep(asObject(dynamicBefore)), ...asObject(dynamic) };
  const lifecycles = { ...asObject(lifecycleBefore), ...asObject(lifecycle) };
  return {
    ...keep(own),
    ...given,
    ...(Object.keys(dynamicBlocks).length > 0 && { dynamic: dynamicBlocks }),
    ...(Object.keys(lifecycles).length > 0 && { lifecycle: lifecycles }),
  };
}

/** Configurations of one provider are told apart by their alias. */
function overrideProviders(before: unknown, given: unknown): unknown {
  return blocks(given).reduce<readonly Json[]>((all, one) => {
    const isSame = ({ alias }: Json) => alias === one["alias"];
    return all.some(isSame)
      ? all.map((other) => (isSame(other) ? { ...other, ...one } : other))
      : [...all, one];
  }, blocks(before));
}

/** Required providers are merged one by one; a backend replaces the other. */
function overrideSettings(before: Json, given: Json): Json {
  const providers = { ...asObject(before["required_providers"]), ...asObject(given["required_providers"]) };
  const { backend, cloud, ...own } = before;
  const isReplaced = "backend" in given || "cloud" in given;
  return {
    ...own,
    ...(!isReplaced && backend !== undefined && { backend }),
    ...(!isReplaced && cloud !== undefined && { cloud }),
    ...given,
    ...(Object.keys(providers).length > 0 && { required_providers: providers }),
  };
}

/** Several blocks `terraform` of one module, as one. */
function joined(given: unknown): Json {
  return blocks(given).reduce(overrideSettings, {});
}

function blocks(given: unknown): readonly Json[] {
  return given === undefined ? [] : [given].flat().filter(isObject);
}
