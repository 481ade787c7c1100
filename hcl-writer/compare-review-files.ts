import { FILE_HEADERS_ONLY, createPatch } from "diff";

/** A committed review file that is not what the stacks say today. */
export interface ReviewFileDifference {
  readonly name: string;
  /** `missing`: wanted but not there; `stale`: there with other text; `unexpected`: there, but no stack has it. */
  readonly kind: "missing" | "stale" | "unexpected";
  /** Unified diff from the existing to the wanted text; empty unless the file is stale. */
  readonly diff: string;
}

/** Compares files by name; both maps hold name → text. Differences are sorted by name. */
export function compareReviewFiles(
  wanted: ReadonlyMap<string, string>,
  existing: ReadonlyMap<string, string>,
): ReviewFileDifference[] {
  const names = [...new Set([...wanted.keys(), ...existing.keys()])].sort();
  return names.flatMap((name): ReviewFileDifference[] => {
    const [before, after] = [existing.get(name), wanted.get(name)];
    if (after === undefined) return [{ name, kind: "unexpected", diff: "" }];
    if (before === undefined) return [{ name, kind: "missing", diff: "" }];
    return before === after ? [] : [{ name, kind: "stale", diff: diffOf(name, before, after) }];
  });
}

function diffOf(name: string, before: string, after: string): string {
  return createPatch(name, before, after, "committed", "synthesized", { headerOptions: FILE_HEADERS_ONLY });
}
