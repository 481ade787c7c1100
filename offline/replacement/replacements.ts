import { applicationReplacements } from "./application-replacements";
import { type ReplacementRow } from "./replacement-table";

const all: readonly ReplacementRow[] = [...applicationReplacements];

/** What AWS cannot change in place, by type of resource. */
export const replacements: ReadonlyMap<string, ReplacementRow> = new Map(all.map((row) => [row.type, row]));
