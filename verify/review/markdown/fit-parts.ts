import { type Part } from "./section-part";

export interface Fitted {
  readonly parts: readonly (readonly string[])[];
  /** Titles of the parts that are told with less than everything. */
  readonly shortened: readonly string[];
}

/**
 * Tells the longest parts with less detail until all fit.
 *
 * @param longest characters for all parts together
 */
export function fitParts(parts: readonly Part[], longest: number): Fitted {
  const levels = parts.map(() => 0);
  const textOf = (index: number) => parts[index]?.variants[levels[index] ?? 0] ?? [];
  const lengthOf = (index: number) => textOf(index).reduce((sum, line) => sum + line.length + 1, 1);
  const indexes = parts.map((_, index) => index);
  for (;;) {
    const lengths = indexes.map(lengthOf);
    if (lengths.reduce((sum, length) => sum + length, 0) <= longest) break;
    const [largest] = indexes
      .filter((index) => (levels[index] ?? 0) < (parts[index]?.variants.length ?? 0))
      .toSorted((a, b) => (lengths[b] ?? 0) - (lengths[a] ?? 0));
    if (largest === undefined) break;
    levels[largest] = (levels[largest] ?? 0) + 1;
  }
  return {
    parts: indexes.map(textOf),
    shortened: parts.filter((_, index) => (levels[index] ?? 0) > 0).map(({ title }) => title),
  };
}
