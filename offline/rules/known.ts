/** What rules read of values that may be unknown, under the names that they use. */
export { isAbsent, isSet, isUnknown, item, items, number, text, texts, textsAt } from "../values/reading";
export { isRecord as isObject } from "../values/value-shape";
