import { crc32 } from "node:zlib";

/** Terraform's plugin SDK identifies what is in a set by this number; the provider uses it for `id`, too. */
export function hashCode(text: string): number {
  return crc32(text);
}

/**
 * The order in which the plugin SDK hands out a set: by hash code, compared as text. It shows where two `principals` blocks of
 * one type, or two `condition` blocks of one test and variable, end up in one list.
 */
export function inSetOrder<T>(items: readonly T[], serialize: (item: T) => string): readonly T[] {
  const byCode = new Map(items.map((item) => [String(hashCode(serialize(item))), item]));
  return [...byCode].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}

/** Texts of a set, as they enter the hash code of the block that holds the set. */
export function serializeTextSet(texts: readonly string[]): string {
  return `{${inSetOrder(texts, (text) => `${text};`)
    .map((text) => `${text};`)
    .join("")}};`;
}
