import { isObject } from "../../terraform/stacks/stack";
import { type ModuleSource } from "../estate/module-files";
import { type StackFiles } from "../estate/stack-files";
import { prefixIn, withoutKeys } from "./address";

/** A `moved` block. */
export interface Move {
  readonly from: string;
  readonly to: string;
  /** Where the block is written: `module.a.`; empty in the root module. */
  readonly module: string;
}

/** The `moved` blocks of a stack and of the modules that it calls. */
export function movesOf({ stack }: StackFiles): readonly Move[] {
  return blocksIn(stack, "moved").flatMap(({ module, block: { from, to } }) =>
    typeof from === "string" && typeof to === "string" ? [{ from: plain(from), to: plain(to), module }] : [],
  );
}

/** Addresses that `removed` blocks let go, of resources or whole modules. */
export function removalsOf({ stack }: StackFiles): readonly string[] {
  return blocksIn(stack, "removed").flatMap(({ module, block: { from } }) =>
    typeof from === "string" ? [module + plain(from)] : [],
  );
}

/**
 * Where `moved` blocks take an address, one after the other, as Terraform does.
 *
 * @see https://developer.hashicorp.com/terraform/language/modules/develop/refactoring
 */
export function follow(address: string, moves: readonly Move[]): string {
  let at = address;
  const seen = new Set([at]);
  for (;;) {
    const here = at;
    const next = moves.map((move) => step(here, move)).find((place) => place !== undefined);
    // Terraform refuses a circle; here it ends.
    if (next === undefined || seen.has(next)) return at;
    seen.add((at = next));
  }
}

/** Whether a `removed` block lets an address go: it names no instance and means all of them, and all that is in a module. */
export function isRemoved(address: string, removals: readonly string[]): boolean {
  const names = withoutKeys(address);
  return removals.some((removal) => isWithin(names, removal));
}

/**
 * One step. Where neither end names an instance the block means the whole resource or module with all its instances, else exactly
 * the one: `from = aws_lb.a`, `to = aws_lb.a["x"]` is about the instance without a key.
 */
function step(address: string, { from, to, module }: Move): string | undefined {
  const prefix = prefixIn(address, module);
  if (prefix === undefined) return undefined;
  const isWhole = !from.endsWith("]") && !to.endsWith("]");
  const inside = address.slice(prefix.length);
  const isMeant = isWhole ? isWithin(inside, from) : inside === from || inside.startsWith(`${from}.`);
  return isMeant ? prefix + to + inside.slice(from.length) : undefined;
}

function isWithin(address: string, whole: string): boolean {
  return address === whole || address.startsWith(`${whole}.`) || address.startsWith(`${whole}[`);
}

/** Blocks of a name: one is an object, several are a list. */
function blocksIn(source: ModuleSource, name: string, module = ""): readonly WrittenBlock[] {
  const own = [Reflect.get(source.configuration, name)].flat().filter(isObject);
  return [
    ...own.map((block) => ({ module, block })),
    ...Object.entries(source.modules ?? {}).flatMap(([call, called]) =>
      blocksIn(called, name, `${module}module.${call}.`),
    ),
  ];
}

interface WrittenBlock {
  readonly module: string;
  readonly block: Readonly<Record<string, unknown>>;
}

/** Some writers put the address between `${` and `}`. */
function plain(address: string): string {
  return address.replace(/^\$\{(.*)\}$/, "$1");
}
