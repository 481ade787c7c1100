import { guardRules } from "../guard/guard-rules";
import { ledgerRules } from "../ledger/ledger-rules";
import { type RuleDescription } from "../rules/rule";
import { ruleGroups, rules } from "../rules/rules";
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

/** Ids that `verify.json` may waive. */
export const waivableIds: readonly string[] = waivable.flatMap(({ rules }) => rules.map(({ id }) => id));

/** Ids that it may take for advice: a plan that destroys and an address that goes are refused one by one. */
export const adviceIds: readonly string[] = rules.map(({ id }) => id);
