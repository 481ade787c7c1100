import { containerDefinitions } from "./container-definitions";
import { duplicateName } from "./duplicate-name";
import { fargateSize } from "./fargate-size";
import { fargateTask } from "./fargate-task";
import { missingReference } from "./missing-reference";
import { nameSyntax } from "./name-syntax";
import { type Rule } from "./rule";
import { tagSyntax } from "./tag-syntax";

/** What AWS refuses of containers, permissions, databases, registries, scaling, secrets, and of names anywhere. */
export const applicationRules: readonly Rule[] = [
  duplicateName,
  missingReference,
  nameSyntax,
  tagSyntax,
  fargateSize,
  fargateTask,
  containerDefinitions,
];
