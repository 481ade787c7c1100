import { closest, distance } from "fastest-levenshtein";

/** The candidate that a misspelt or shortened word most likely meant; undefined when nothing is near. */
export function nearest(given: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0 || given.length > 100) return undefined;
  const found = closest(given.toLowerCase(), [...candidates].map(lower));
  const tolerated = Math.max(2, Math.floor(given.length / 3));
  if (distance(given.toLowerCase(), found) > tolerated) return findLonger(given, candidates);
  return candidates.find((one) => lower(one) === found);
}

/** `interval` → `intervalSeconds`: people forget the unit. */
function findLonger(given: string, candidates: readonly string[]): string | undefined {
  if (given.length < 4) return undefined;
  const longer = candidates.filter((one) => lower(one).startsWith(given.toLowerCase()));
  return longer.toSorted((a, b) => a.length - b.length)[0];
}

/** Advice for a word that is none of the candidates: the likely one, or all of them. */
export function didYouMean(given: string, candidates: readonly string[]): string {
  const candidate = nearest(given, candidates);
  if (candidate !== undefined) return `Did you mean ${JSON.stringify(candidate)}?`;
  return `Use ${alternatives(candidates.map((one) => JSON.stringify(one)))}.`;
}

/** `a, b or c`. */
export function alternatives(words: readonly (string | number)[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

function lower(word: string): string {
  return word.toLowerCase();
}
