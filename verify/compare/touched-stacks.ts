import { writerOf } from "../../terraform/run/state-override";
import { remoteStates } from "../../terraform/stacks/stack";
import { type ReadableStack } from "../estate/stack-files";

/**
 * Names of the stacks that may differ: what is written in them does, or in a stack whose outputs they read. All others need no second
 * look, which keeps a small change of a large estate cheap.
 */
export function touchedStacks(
  base: readonly ReadableStack[],
  head: readonly ReadableStack[],
): ReadonlySet<string> {
  const old = new Map(base.map((stack) => [stack.name, textOf(stack)]));
  const now = new Map(head.map((stack) => [stack.name, textOf(stack)]));
  const names = [...new Set([...old.keys(), ...now.keys()])];
  const touched = new Set(names.filter((name) => old.get(name) !== now.get(name)));
  const reads = [base, head].flatMap((stacks) =>
    stacks.flatMap((reader) =>
      [...remoteStates(reader).values()].flatMap((location) => {
        const writer = writerOf(location, reader, stacks);
        return writer ? [{ reader: reader.name, writer: writer.name }] : [];
      }),
    ),
  );
  for (let before = -1; before < touched.size;) {
    before = touched.size;
    for (const { reader, writer } of reads) if (touched.has(writer)) touched.add(reader);
  }
  return touched;
}

function textOf({ configuration, modules }: ReadableStack): string {
  return JSON.stringify([configuration, modules]);
}
