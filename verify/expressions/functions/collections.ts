import { isMap } from "../../values/fields-of";
import { isOpen } from "../../values/plain-values";
import { Unknown, type Value } from "../../values/value";
import { compareText, isList, listFrom, numberFrom, textFrom, told } from "../conversions";
import { EvaluationError, NotTold } from "../evaluation-error";
import { distinct, sameness } from "../sameness";
import { toSet } from "./conversions";
import { type FunctionTable } from "./function";

export const collectionFunctions: FunctionTable = {
  chunklist: (list, size) => {
    const [items, length] = [listFrom(list), numberFrom(size)];
    if (length < 0) throw new EvaluationError("No such size");
    if (length === 0) return [items];
    return Array.from({ length: Math.ceil(items.length / length) }, (_, index) =>
      items.slice(index * length, (index + 1) * length),
    );
  },
  coalesce: (...values) => firstOf(values, (value) => value !== null && value !== ""),
  coalescelist: (...lists) => firstOf(lists, (list) => listFrom(list).length > 0),
  compact: (list) => listFrom(list).filter((item) => item !== null && item !== ""),
  concat: (...lists) => lists.flatMap(listFrom),
  contains: includes,
  distinct: (list) => distinct(listFrom(list)),
  element: (list, index) => {
    const items = listFrom(list);
    if (items.length === 0) throw new EvaluationError("element of an empty list");
    return items.at(numberFrom(index) % items.length) ?? null;
  },
  flatten: (list) => flatten(listFrom(list)),
  index: (list, wanted) => {
    const same = listFrom(list).map((item) => sameness(item, wanted));
    const found = same.indexOf(true);
    if (same.slice(0, found < 0 ? undefined : found).includes(undefined)) throw new NotTold();
    if (found < 0) throw new EvaluationError("No such item");
    return found;
  },
  length: (value) => {
    if (isMap(told(value))) return Object.keys(value ?? {}).length;
    return isList(value) ? value.length : [...new Intl.Segmenter().segment(textFrom(value))].length;
  },
  one: (list) => {
    const items = listFrom(list);
    if (items.length > 1) throw new EvaluationError("one of several");
    return items[0] ?? null;
  },
  range,
  reverse: (list) => [...listFrom(list)].reverse(),
  setintersection: (first, ...others) =>
    toSet(listFrom(first).filter((item) => others.every((other) => includes(other, item)))),
  setproduct: (...sets) =>
    sets
      .map(listFrom)
      .reduce<readonly (readonly Value[])[]>(
        (rows, items) => rows.flatMap((row) => items.map((item) => [...row, item])),
        [[]],
      ),
  setsubtract: (from, other) => toSet(listFrom(from).filter((item) => !includes(other, item))),
  setunion: (...sets) => toSet(sets.flatMap(listFrom)),
  slice: (list, start, end) => {
    const [items, from, to] = [listFrom(list), numberFrom(start), numberFrom(end)];
    if (from < 0 || to > items.length || from > to) throw new EvaluationError("No such slice");
    return items.slice(from, to);
  },
  sort: (list) => listFrom(list).map(textFrom).sort(compareText),
};

/** The first value that counts; what is not known may or may not count, unless nothing follows it. */
function firstOf(values: readonly Value[], counts: (value: Value) => boolean): Value {
  for (const [index, value] of values.entries()) {
    if (isOpen(value) && index < values.length - 1) throw new NotTold();
    if (isOpen(value) || counts(value)) return value;
  }
  throw new EvaluationError("Nothing is set");
}

function includes(list: Value, wanted: Value): boolean {
  const same = listFrom(list).map((item) => sameness(item, wanted));
  if (!same.includes(true) && same.includes(undefined)) throw new NotTold();
  return same.includes(true);
}

function flatten(items: readonly Value[]): readonly Value[] {
  // What is not known may be a list of any length.
  if (items.some((item) => item instanceof Unknown)) throw new NotTold();
  return items.flatMap((item) => (isList(item) ? flatten(item) : [item]));
}

function range(...given: readonly Value[]): Value {
  const [first = 0, second, third] = given.map(numberFrom);
  const [from, to] = second === undefined ? [0, first] : [first, second];
  const step = third ?? (from <= to ? 1 : -1);
  const count = Math.max(0, Math.ceil((to - from) / step));
  if (!(count <= 1024)) throw new EvaluationError("A range has at most 1024 numbers");
  return Array.from({ length: count }, (_, index) => from + index * step);
}
