import { announcesSecret } from "../../secrets/secret-detectors";
import { keyFields, unorderedLists } from "./list-tables";
import { Document, isPlainList, isPlainMap, keyOf, type Plain, type PlainMap } from "./plain";
import { type Step } from "./steps";

/** One place at which two values differ; without `before` it is new, without `after` it is gone. */
export interface Difference {
  readonly steps: readonly Step[];
  readonly before?: Plain;
  readonly after?: Plain;
}

/** The smallest places at which two values differ. What is null is not there. */
export function differences(
  before: Plain | undefined,
  after: Plain | undefined,
  steps: readonly Step[] = [],
): readonly Difference[] {
  if (keyOf(before ?? undefined) === keyOf(after ?? undefined)) return [];
  if (before instanceof Document || after instanceof Document) return inDocuments(before, after, steps);
  if (isPlainMap(before) && isPlainMap(after)) return inMaps(before, after, steps);
  if (isPlainList(before) && isPlainList(after)) return inLists(before, after, steps);
  // Terraform JSON writes a block that stands once as an object or as a list of one.
  if (isPlainMap(before) && isPlainList(after) && after.length === 1) return inLists([before], after, steps);
  if (isPlainList(before) && isPlainMap(after) && before.length === 1) return inLists(before, [after], steps);
  return [
    {
      steps,
      ...(before !== undefined && before !== null && { before }),
      ...(after !== undefined && after !== null && { after }),
    },
  ];
}

function inDocuments(before: Plain | undefined, after: Plain | undefined, steps: readonly Step[]) {
  const inside: readonly Step[] = [...steps, { kind: "document" }];
  const [one, other] = [contentOf(before), contentOf(after)];
  const isParted = [one, other].every((side) => isPlainMap(side) || isPlainList(side));
  return isParted ? differences(one, other, inside) : [{ steps, ...present({ before, after }) }];
}

function contentOf(value: Plain | undefined): Plain | undefined {
  return value instanceof Document ? value.content : value;
}

function inMaps(before: PlainMap, after: PlainMap, steps: readonly Step[]): readonly Difference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name) => differences(before[name], after[name], [...steps, { kind: "field", name }]));
}

function inLists(
  before: readonly Plain[],
  after: readonly Plain[],
  steps: readonly Step[],
): readonly Difference[] {
  // The block of one side stood alone.
  if (keyOf(before) === keyOf(after)) return [];
  const key = keyFields.find((field) => [before, after].every((list) => isKeyedBy(list, field)));
  const found = key === undefined ? withoutKeys(before, after, steps) : withKeys(before, after, key, steps);
  if (found.length > 0 || isUnordered(steps)) return found;
  return [{ steps, before, after }];
}

function isUnordered(steps: readonly Step[]): boolean {
  const last = steps.findLast((step) => step.kind === "field");
  return last?.kind === "field" && unorderedLists.has(last.name);
}

/** Whether every item has a value of its own in a field. */
function isKeyedBy(list: readonly Plain[], field: string): boolean {
  const keys = list.map((item) => (isPlainMap(item) ? item[field] : undefined));
  const isScalar = keys.every((key) => typeof key === "string" || typeof key === "number");
  return isScalar && new Set(keys.map(String)).size === list.length;
}

function withKeys(before: readonly Plain[], after: readonly Plain[], field: string, steps: readonly Step[]) {
  const [old, now] = [byKey(before, field), byKey(after, field)];
  const keys = [...new Set([...old.keys(), ...now.keys()])];
  return keys.flatMap((key) => differences(old.get(key), now.get(key), [...steps, { kind: "key", key }]));
}

function byKey(list: readonly Plain[], field: string): ReadonlyMap<string, Plain> {
  return new Map(list.map((item) => [String(isPlainMap(item) ? item[field] : ""), item]));
}

/** Equal items are paired wherever they stand; of the others, those that resemble each other. */
function withoutKeys(
  before: readonly Plain[],
  after: readonly Plain[],
  steps: readonly Step[],
): readonly Difference[] {
  const gone = without(before, after);
  const come = without(after, before);
  if ([...before, ...after].some((item) => typeof item === "string" && announcesSecret(item))) {
    // The word before an item may say that it is a secret: the list is only ever shown whole.
    return gone.length + come.length === 0 ? [] : [{ steps, before, after }];
  }
  const isScalar = [...gone, ...come].every((item) => !isPlainMap(item) && !isPlainList(item));
  if (isScalar && gone.length > 0 && come.length > 0 && !isUnordered(steps))
    return [{ steps, before, after }];
  if (isScalar) {
    return [
      ...gone.map((item) => ({ steps, before: item })),
      ...come.map((item) => ({ steps, after: item })),
    ];
  }
  const paired = Math.min(gone.length, come.length);
  return [
    ...gone.flatMap((item, index) => {
      const other = index < paired ? come[index] : undefined;
      const place = [...steps, at(other === undefined ? before.indexOf(item) : after.indexOf(other))];
      return other === undefined ? [{ steps: place, before: item }] : differences(item, other, place);
    }),
    ...come.slice(paired).map((item) => ({ steps: [...steps, at(after.indexOf(item))], after: item })),
  ];
}

function at(index: number): Step {
  return { kind: "index", index };
}

/** The items of a list that another has not, each as often as it is missing. */
function without(list: readonly Plain[], others: readonly Plain[]): readonly Plain[] {
  const left = others.map(keyOf);
  return list.filter((item) => {
    const index = left.indexOf(keyOf(item));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

function present({ before, after }: { before?: Plain | undefined; after?: Plain | undefined }) {
  return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}
