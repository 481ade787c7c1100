import { quotas } from "../../../limits/quotas";
import { parseJson } from "../services/containers-of";
import { isUnknown, items, number, text } from "../../values/reading";
import { isRecord } from "../../values/value-shape";
import { type Refusal, type Rule } from "../rule";

/** Which tags of a repository may move, and when images expire. */
export const repositorySettings: Rule = {
  id: "repository-settings",
  types: ["aws_ecr_repository", "aws_ecr_lifecycle_policy"],
  actions: ["create", "update"],
  phase: "plan",
  documentation: "https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html",
  check({ type, values }) {
    if (type === "aws_ecr_lifecycle_policy") return lifecycle(text(values, "policy"));
    const block = "image_tag_mutability_exclusion_filter";
    const count = items(values, block).length;
    const mutability = text(values, "image_tag_mutability") ?? "MUTABLE";
    const refuse = (message: string, advice: string): Refusal => ({
      code: "InvalidParameterException",
      message,
      advice,
      path: [block],
    });
    if (count > quotas.movableTagsPerRepository)
      return [
        refuse(
          `At most ${quotas.movableTagsPerRepository} image tag mutability exclusion filters are allowed, got ${count}.`,
          "Use wildcards to say the same with fewer filters.",
        ),
      ];
    if (count > 0 && !isUnknown(values["image_tag_mutability"]) && !mutability.endsWith("_WITH_EXCLUSION"))
      return [
        refuse(
          `Image tag mutability exclusion filters cannot be used with ${mutability}.`,
          `Set image_tag_mutability to "${mutability}_WITH_EXCLUSION".`,
        ),
      ];
    return [];
  },
};

function lifecycle(json: string | undefined): readonly Refusal[] {
  if (json === undefined) return [];
  const policy = parseJson(json);
  const rules = isRecord(policy) ? items(policy, "rules") : [];
  const refuse = (reason: string): readonly Refusal[] => [
    {
      code: "InvalidParameterException",
      message: `Invalid parameter at 'LifecyclePolicyText' failed to satisfy constraint: 'Lifecycle policy validation failure: ${reason}'`,
      advice: 'Write {"rules": [{"rulePriority": 1, …}]}, with another priority for each rule.',
      path: ["policy"],
    },
  ];
  if (rules.length === 0) return refuse("string is not a valid lifecycle policy");
  const priorities = rules.map((rule) => number(rule, "rulePriority"));
  if (priorities.includes(undefined))
    return refuse('object has missing required properties (["rulePriority"])');
  return new Set(priorities).size < priorities.length ? refuse("rule priorities must be unique") : [];
}
