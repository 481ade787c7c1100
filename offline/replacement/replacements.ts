import { applicationReplacements } from "./application-replacements";
import { fixedDefaults } from "./fixed-defaults";
import { platformReplacements } from "./platform-replacements";
import { type ReplacementRow } from "./replacement-table";
import { sometimesFixed } from "./sometimes-fixed";

const all: readonly ReplacementRow[] = [...applicationReplacements, ...platformReplacements];

/** What AWS cannot change in place, by type of resource. */
export const replacements: ReadonlyMap<string, ReplacementRow> = new Map(
  all.map((row) => [
    row.type,
    { ...row, sometimes: sometimesFixed[row.type] ?? {}, defaults: fixedDefaults[row.type] ?? {} },
  ]),
);
