import { closest } from "fastest-levenshtein";
import { ConfigError } from "../../problems/config-error";
import { formatGiven } from "../../problems/problem";
import { type Stack } from "./stack";

/**
 * The stacks that an argument means: a stack's name, an environment (stacks named `<environment>-…`), or all without one.
 *
 * @throws ConfigError for a name that is neither.
 */
export function selectStacks(stacks: readonly Stack[], argument: string | undefined): readonly Stack[] {
  if (argument === undefined) return stacks;
  const selected = findStacks(stacks, argument);
  if (selected.length > 0) return selected;
  const names = [...new Set(stacks.flatMap(({ name }) => [environmentOf(name), name]))];
  const advice =
    names.length === 0
      ? "No stack was synthesized."
      : `Did you mean ${JSON.stringify(closest(argument, names))}? There are ${stacks.map(({ name }) => name).join(", ")}.`;
  const must = "must be a stack or an environment";
  throw new ConfigError("stacks", [{ where: "argument", must, got: formatGiven(argument), advice }]);
}

/** As `selectStacks`, with an empty list for an unknown name. */
export function findStacks(stacks: readonly Stack[], argument: string): readonly Stack[] {
  const exact = stacks.filter(({ name }) => name === argument);
  if (exact.length > 0) return exact;
  const ofEnvironment = stacks.filter(({ name }) => environmentOf(name) === argument);
  return ofEnvironment.length > 0
    ? ofEnvironment
    : stacks.filter(({ name }) => name.startsWith(`${argument}-`));
}

/** `dev` of `dev-network`. */
export function environmentOf(stackName: string): string {
  const dash = stackName.lastIndexOf("-");
  return dash > 0 ? stackName.slice(0, dash) : stackName;
}

/** The stacks that others need, directly or not, and that are not among them; in order. */
export function upstreamOf(selected: readonly Stack[], all: readonly Stack[]): readonly Stack[] {
  const needed = new Set(selected.flatMap(({ dependencies }) => dependencies));
  for (const stack of all.toReversed()) {
    if (needed.has(stack.name)) stack.dependencies.forEach((name) => needed.add(name));
  }
  return all.filter((stack) => needed.has(stack.name) && !selected.includes(stack));
}

/** The stacks that need others, directly or not, and that are not among them; in order. */
export function downstreamOf(selected: readonly Stack[], all: readonly Stack[]): readonly Stack[] {
  const names = new Set(selected.map(({ name }) => name));
  const readers = all.filter((stack) => {
    const isReader = stack.dependencies.some((name) => names.has(name));
    if (isReader) names.add(stack.name);
    return isReader;
  });
  return readers.filter((stack) => !selected.includes(stack));
}

/** Groups of stacks that do not depend on each other: they may run side by side. Order is kept within a group. */
export function chainsOf(stacks: readonly Stack[]): readonly (readonly Stack[])[] {
  const chains: Stack[][] = [];
  for (const stack of stacks) {
    const joined = chains.filter((chain) => chain.some(({ name }) => stack.dependencies.includes(name)));
    for (const chain of joined) chains.splice(chains.indexOf(chain), 1);
    chains.push([...joined.flat(), stack]);
  }
  return chains;
}
