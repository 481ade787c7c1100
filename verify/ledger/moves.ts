import { isObject } from "../../terraform/stacks/stack";
import { type StackFiles } from "../estate/stack-files";
import { withoutKeys } from "./address";

/** A `moved` block. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** The `moved` blocks of a stack; cdktf writes one block or a list. */
export function movesOf(stack: StackFiles): readonly Move[] {
  return blocksOf(stack, "moved").flatMap(({ from, to }) =>
    typeof from === "string" && typeof to === "string" ? [{ from: plain(from), to: plain(to) }] : [],
  );
}

/** Addresses that `removed` blocks let go, of resources or whole modules. */
export function removalsOf(stack: StackFiles): readonly string[] {
  return blocksOf(stack, "removed").flatMap(({ from }) => (typeof from === "string" ? [plain(from)] : []));
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
function step(address: string, { from, to }: Move): string | undefined {
  const isWhole = !from.endsWith("]") && !to.endsWith("]");
  const rest = address.slice(from.length);
  const isMeant = isWhole ? isWithin(address, from) : address === from || address.startsWith(`${from}.`);
  return isMeant ? to + rest : undefined;
}

function isWithin(address: string, whole: string): boolean {
  return address === whole || address.startsWith(`${whole}.`) || address.startsWith(`${whole}[`);
}

function blocksOf(stack: StackFiles, name: string): readonly Readonly<Record<string, unknown>>[] {
  return [Reflect.get(stack.configuration, name)].flat().filter(isObject);
}

/** Some writers put the address between `${` and `}`. */
function plain(address: string): string {
  return address.replace(/^\$\{(.*)\}$/, "$1");
}
