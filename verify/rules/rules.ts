import { balancingRules } from "./balancing/rules";
import { iamRules } from "./iam/rules";
import { networkRules } from "./network/rules";
import { providerRules } from "./provider/rules";
import { type Rule } from "./rule";

/** Rules of one folder, under the heading that `docs/rules.md` gives them. */
export interface RuleGroup {
  readonly title: string;
  readonly rules: readonly Rule[];
}

export const ruleGroups: readonly RuleGroup[] = [
  { title: "Provider", rules: providerRules },
  { title: "Network", rules: networkRules },
  { title: "Load balancers", rules: balancingRules },
  { title: "Permissions", rules: iamRules },
];

/** Every rule over synthesized files. */
export const rules: readonly Rule[] = ruleGroups.flatMap((group) => group.rules);
