import { applicationRules } from "./application-rules";
import { networkRules } from "./network-rules";
import { type Rule } from "./rule";

/** Everything that AWS refuses, as far as the offline provider knows; a list per part, a file per rule. */
export const rules: readonly Rule[] = [...networkRules, ...applicationRules];
