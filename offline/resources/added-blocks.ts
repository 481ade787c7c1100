import { items } from "../values/reading";
import { type Values } from "../values/value";
import { isRecord } from "../values/value-shape";

/**
 * For each block that the configuration has, what AWS adds to it; an object within stands for blocks that the configuration may
 * have in turn. Nothing is added where it has none.
 */
export function addedTo(name: string, added: Values) {
  return (known: Values): readonly Values[] =>
    items(known, name).map((block) =>
      Object.fromEntries(
        Object.entries(added).map(([part, value]) => [
          part,
          isRecord(value) ? addedTo(part, value)(block) : value,
        ]),
      ),
    );
}
