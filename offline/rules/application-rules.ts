import { missingReference } from "./missing-reference";
import { type Rule } from "./rule";

/** What AWS refuses of containers, permissions, databases, registries, scaling, secrets, and of names anywhere. */
export const applicationRules: readonly Rule[] = [missingReference];
