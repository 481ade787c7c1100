import { extendShape, plainShape, readBodyShape, type BodyShape } from "./body-shape";
import { isJsonObject, type JsonObject, type JsonValue } from "./json-value";
import { terraformShape, topLevelShapes } from "./known-shapes";
import { orderBlocks } from "./order-blocks";
import { type StackElement } from "./stack-element";

/** One top-level block of a file. */
export interface ReviewBlock {
  readonly comment?: string;
  readonly header: string;
  readonly body: JsonObject;
  readonly shape: BodyShape;
}

/** A block with what decides its place in the file. */
export interface PlacedBlock extends ReviewBlock {
  readonly keyword: string;
  /** Where it was declared; unknown for what an override of the stack added. */
  readonly path: string | undefined;
}

const labelCounts: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  ephemeral: 2,
  provider: 1,
  module: 1,
  variable: 1,
  output: 1,
  check: 1,
  locals: 1, // the name of one local; locals are joined to blocks later
  moved: 0,
  import: 0,
  removed: 0,
};

/**
 * Lists the blocks of a stack in the order of the file.
 *
 * Elements only say where to find a part of the configuration and what it looks like: all values come from the
 * configuration, and what no element declared (overrides of the stack) is listed too.
 */
export function listBlocks(configuration: JsonObject, elements: readonly StackElement[]): ReviewBlock[] {
  const undeclared = new Map(blocksOf(configuration).map((block) => [block.address, block]));
  const declared: PlacedBlock[] = [];
  const counts = new Map<string, number>();
  for (const { path, fragment } of elements) {
    for (const { keyword, labels, body } of partsOf(fragment)) {
      const address = addressOf(keyword, labels, counts);
      const block = undeclared.get(address);
      if (block === undefined) continue; // an override of the stack took it away
      undeclared.delete(address);
      declared.push({ ...block, path, shape: extendShape(readBodyShape(body), block.shape) });
    }
  }
  return [...terraformBlocks(configuration), ...orderBlocks([...declared, ...undeclared.values()])];
}

interface Part {
  readonly keyword: string;
  readonly labels: readonly string[];
  readonly body: unknown;
}

/** Every labelled body of a configuration or of a fragment of one. */
function partsOf(configuration: unknown): Part[] {
  if (!isJsonObject(configuration)) return [];
  return Object.entries(configuration).flatMap(([keyword, value]) => {
    if (keyword === "//" || keyword === "terraform") return [];
    const count = labelCounts[keyword];
    if (count === undefined) throw new Error(`Terraform has no top-level block ${JSON.stringify(keyword)}.`);
    return bodiesUnder(value, count).map(({ labels, body }) => ({ keyword, labels, body }));
  });
}

function bodiesUnder(value: unknown, labelCount: number): { labels: readonly string[]; body: unknown }[] {
  if (labelCount === 0) return bodiesIn(value).map((body) => ({ labels: [], body }));
  return bodiesIn(value)
    .filter(isJsonObject)
    .flatMap((byLabel) =>
      Object.entries(byLabel)
        .filter(([label]) => label !== "//")
        .flatMap(([label, nested]) =>
          bodiesUnder(nested, labelCount - 1).map(({ labels, body }) => ({ labels: [label, ...labels], body })),
        ),
    );
}

function bodiesIn(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
