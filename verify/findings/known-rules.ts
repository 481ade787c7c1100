import { guardRules } from "../guard/guard-rules";
import { ledgerRules } from "../ledger/ledger-rules";
import { type RuleDescription } from "../rules/rule";
import { ruleGroups } from "../rules/rules";
import { waiverRules } from "./waiver-rules";

/** Rules under one heading of `docs/rules.md`. */
export interface KnownGroup {
  readonly title: string;
  readonly rules: readonly (RuleDescription & { readonly onlyProduction?: true })[];
}

const waivable: readonly KnownGroup[] = [
  ...ruleGroups,
  { title: "Plans", rules: guardRules },
  { title: "Ledger of addresses", rules: Object.values(ledgerRules) },
];

/** Everything that a finding can be of: files, plans, the ledger, and waivers themselves. */
export const knownGroups: readonly KnownGroup[] = [
  ...waivable,
  { title: "Waivers", rules: Object.values(waiverRules) },
];

/** Ids that `verify.json` may name. */
export const waivableIds: readonly string[] = waivable.flatMap(({ rules }) => rules.map(({ id }) => id));
