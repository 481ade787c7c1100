/** Longer values are cut: nobody reads them in a report. */
const longestValue = 160;
/** What stays of equal text around a difference. */
const around = 24;

/** A value, cut in the middle when it is long, with its length. */
export function shortenValue(text: string, longest = longestValue): string {
  const characters = [...text];
  if (characters.length <= longest) return text;
  const half = Math.floor((longest - 30) / 2);
  return `${characters.slice(0, half).join("")} … ${characters.slice(-half).join("")} (${count(characters.length)} characters)`;
}

/** Two values that differ; of long ones the part where they do. */
export function shortenPair(before: string, after: string): readonly [string, string] {
  const [old, now] = [[...before], [...after]];
  if (old.length <= longestValue && now.length <= longestValue) return [before, after];
  const shortest = Math.min(old.length, now.length);
  let start = 0;
  while (start < shortest && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < shortest - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const window = (characters: readonly string[]) => {
    const [from, to] = [Math.max(0, start - around), characters.length - Math.max(0, end - around)];
    const cut = shortenValue(characters.slice(from, to).join(""));
    return `${from > 0 ? "…" : ""}${cut}${to < characters.length ? "…" : ""}`;
  };
  return [window(old), `${window(now)} (${count(old.length)} → ${count(now.length)} characters)`];
}

/** `65,536`, the same on every machine. */
export function count(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}
