const collator = new Intl.Collator("en", { numeric: true });

/** `web-2` before `web-10`. */
export function naturalOrder(one: string, other: string): number {
  // Texts that a language takes for equal still have one order.
  return collator.compare(one, other) || (one < other ? -1 : Number(one > other));
}
