import { duplicateName } from "./duplicate-name";
import { missingReference } from "./missing-reference";
import { nameSyntax } from "./name-syntax";
import { type Rule } from "./rule";
import { tagSyntax } from "./tag-syntax";

/** What AWS refuses of containers, permissions, databases, registries, scaling, secrets, and of names anywhere. */
export const applicationRules: readonly Rule[] = [missingReference, duplicateName, nameSyntax, tagSyntax];
