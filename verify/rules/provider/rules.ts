import { type Rule } from "../rule";
import { providerHasDefaultTags } from "./provider-has-default-tags";
import { providerIsBoundToAccount } from "./provider-is-bound-to-account";

export const providerRules: readonly Rule[] = [providerIsBoundToAccount, providerHasDefaultTags];
