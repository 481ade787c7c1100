import { type Resource } from "../estate/resource";
import { pointsTo } from "../values/points-to";
import { textOf } from "../values/text-of";
import { Unknown, type Value } from "../values/value";

/**
 * Resources that belong to another one, such as the policy to its bucket: those whose attribute `by` refers to it or is
 * the same text as its `name`.
 */
export function attachedTo(
  owner: Resource,
  candidates: readonly Resource[],
  { by, name }: { readonly by: string; readonly name: string },
): readonly Resource[] {
  const named = owner.values[name];
  return candidates.filter(({ stack, values }) => {
    // An expression stands for the same in one stack only: `var.name` of another may be anything.
    const isSame = isSameText(values[by], named) || (stack === owner.stack && isSameOpen(values[by], named));
    return isSame || pointsTo(values[by], owner);
  });
}

function isSameText(one: Value | undefined, other: Value | undefined): boolean {
  const text = textOf(one);
  return text !== undefined && text === textOf(other);
}

function isSameOpen(one: Value | undefined, other: Value | undefined): boolean {
  return one instanceof Unknown && other instanceof Unknown && one.expression === other.expression;
}
