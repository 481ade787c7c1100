import { balancingRules } from "./balancing/rules";
import { dataRules } from "./data/rules";
import { deliveryRules } from "./delivery/rules";
import { ecsRules } from "./ecs/rules";
import { encryptionRules } from "./encryption/rules";
import { iamRules } from "./iam/rules";
import { keepingRules } from "./keeping/rules";
import { logsRules } from "./logs/rules";
import { networkRules } from "./network/rules";
import { providerRules } from "./provider/rules";
import { reachabilityRules } from "./reachability/rules";
import { storageRules } from "./storage/rules";
import { type Rule } from "./rule";

/** Rules of one folder, under the heading that `docs/rules.md` gives them. */
export interface RuleGroup {
  readonly title: string;
  readonly rules: readonly Rule[];
}

export const ruleGroups: readonly RuleGroup[] = [
  { title: "Provider", rules: providerRules },
  { title: "Reachability", rules: reachabilityRules },
  { title: "Network", rules: networkRules },
  { title: "Load balancers", rules: balancingRules },
  { title: "Services", rules: ecsRules },
  { title: "Databases", rules: dataRules },
  { title: "Buckets", rules: storageRules },
  { title: "Encryption", rules: encryptionRules },
  { title: "Logs", rules: logsRules },
  { title: "What must not be lost", rules: keepingRules },
  { title: "Delivery", rules: deliveryRules },
  { title: "Permissions", rules: iamRules },
];

/** Every rule over synthesized files. */
export const rules: readonly Rule[] = ruleGroups.flatMap((group) => group.rules);
