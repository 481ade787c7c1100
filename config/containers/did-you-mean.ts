import { distance } from "fastest-levenshtein";

/** `Did you mean "environment"?` when a known word is near enough to be meant, else undefined. */
export function didYouMean(given: string, known: readonly string[]): string | undefined {
  if (given.length > 100) return undefined;
  const lower = given.toLowerCase();
  const ranked = known
    .map((word) => ({ word, edits: distance(lower, word.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits);
  const nearest = ranked[0];
  const tolerated = Math.max(1, Math.floor(given.length / 3));
  return nearest && nearest.edits <= tolerated ? `Did you mean "${nearest.word}"?` : undefined;
}
