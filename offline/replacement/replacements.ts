import { type ReplacementRow } from "./replacement-table";

const all: readonly ReplacementRow[] = [];

/** What AWS cannot change in place, by type of resource. */
export const replacements: ReadonlyMap<string, ReplacementRow> = new Map(all.map((row) => [row.type, row]));
