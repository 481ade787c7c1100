import { extendShape, plainShape, readBodyShape } from "./body-shape";
import { isJsonObject, type JsonObject, type JsonValue } from "./json-value";
import { terraformShape, topLevelShapes } from "./known-shapes";
import { orderBlocks } from "./order-blocks";
import { type ReviewBlock } from "./review-block";
import { type StackElement } from "./stack-element";

const labelCounts: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  ephemeral: 2,
  action: 2,
  provider: 1,
  module: 1,
  variable: 1,
  output: 1,
  check: 1,
  moved: 0,
  import: 0,
  removed: 0,
};

/** Blocks whose nested blocks are declared by a provider: only its bindings know them. */
const providerDefined = new Set(["resource", "data", "ephemeral", "action", "provider"]);

/**
 * Lists the blocks of a stack in the order of the file.
 *
 * Elements only say where to find a part of the configuration and what it looks like: all values come from the
 * configuration, and what no element declared (overrides of the stack) is listed too.
 */
export function listBlocks(configuration: JsonObject, elements: readonly StackElement[]): ReviewBlock[] {
  const undeclared = new Map(addressed(partsOf(configuration)).map(([address, part]) => [address, part]));
  const declared: ReviewBlock[] = [];
  const fragments = elements.flatMap(({ path, fragment }) =>
    partsOf(fragment).map((part) => ({ ...part, path })),
  );
  for (const [address, { path, body }] of addressed(fragments)) {
    const part = undeclared.get(address);
    if (part === undefined) continue; // an override of the stack took it away
    undeclared.delete(address);
    declared.push({ ...toBlock(part, body), path });
  }
  const rest = [...undeclared.values()].map((part) => toBlock(part, undefined));
  return [...terraformBlocks(configuration), ...orderBlocks([...declared, ...rest])];
}

interface Part {
  readonly keyword: string;
  readonly labels: readonly string[];
  /** Of a local: its value. */
  readonly body: JsonValue;
}

/** Every labelled body of a configuration or of a fragment of one. */
function partsOf(configuration: unknown): Part[] {
  if (!isJsonObject(configuration)) return [];
  return Object.entries(configuration).flatMap(([keyword, value]) => {
    if (keyword === "//" || keyword === "terraform") return [];
    if (keyword === "locals") return localsIn(value);
    const count = labelCounts[keyword];
    if (count === undefined) throw new Error(`Terraform has no top-level block ${JSON.stringify(keyword)}.`);
    return bodiesUnder(value, count).map(({ labels, body }) => ({ keyword, labels, body }));
  });
}

function localsIn(value: JsonValue | undefined): Part[] {
  return listOf(value)
    .filter(isJsonObject)
    .flatMap((locals) => entriesOf(locals))
    .map(([name, body]) => ({ keyword: "locals", labels: [name], body }));
}

function bodiesUnder(
  value: JsonValue | undefined,
  labelCount: number,
): { labels: readonly string[]; body: JsonValue }[] {
  if (labelCount === 0) return listOf(value).map((body) => ({ labels: [], body }));
  return listOf(value)
    .filter(isJsonObject)
    .flatMap((byLabel) => entriesOf(byLabel))
    .flatMap(([label, nested]) =>
      bodiesUnder(nested, labelCount - 1).map(({ labels, body }) => ({ labels: [label, ...labels], body })),
    );
}

function listOf(value: JsonValue | undefined): JsonValue[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function entriesOf(value: JsonObject): [string, JsonValue][] {
  return Object.entries(value).filter(([name]) => name !== "//");
}

/**
 * Gives each part an address. What shares its labels (providers, `moved`) is told apart by its number: cdktf joins
 * the lists of all elements in their order and appends overrides.
 */
function addressed<P extends Part>(parts: readonly P[]): [string, P][] {
  const counts = new Map<string, number>();
  return parts.map((part) => {
    const name = [part.keyword, ...part.labels].join(" ");
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return [`${name} ${count}`, part];
  });
}

function toBlock({ keyword, labels, body }: Part, attributes: unknown): ReviewBlock {
  if (keyword === "locals") {
    const [name = ""] = labels;
    return { keyword, labels: [], body: { [name]: body }, shape: plainShape };
  }
  const known = topLevelShapes[keyword] ?? plainShape;
  const isTyped = providerDefined.has(keyword);
  return {
    keyword,
    labels,
    body: isJsonObject(body) ? body : {},
    shape: isTyped ? extendShape(readBodyShape(attributes), known) : known,
  };
}

function terraformBlocks(configuration: JsonObject): ReviewBlock[] {
  return listOf(configuration.terraform)
    .filter(isJsonObject)
    .map((body) => ({ keyword: "terraform", labels: [], body, shape: terraformShape }));
}
