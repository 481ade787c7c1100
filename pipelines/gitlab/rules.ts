import { anyBranch, type Job, type Trigger } from "../model/pipeline";
import { prefixOf } from "../triggers";
import { type Mapping, mapping } from "../yaml/nodes";

/** @see https://docs.gitlab.com/ci/yaml/#rules */
export function ruleOf(trigger: Trigger, { approval, byHand }: Job): Mapping {
  return mapping(
    { key: "if", value: conditionOf(trigger) },
    approval || byHand ? { key: "when", value: "manual" } : undefined,
    // What waits for approval stops the pipeline; what only a person starts does not.
    approval || byHand ? { key: "allow_failure", value: byHand === true } : undefined,
  );
}

function conditionOf(trigger: Trigger): string {
  if (trigger.event === "merge-request") return '$CI_PIPELINE_SOURCE == "merge_request_event"';
  if (trigger.event === "tag") return matching("$CI_COMMIT_TAG", trigger.tag);
  return trigger.branch === anyBranch ? "$CI_COMMIT_BRANCH" : matching("$CI_COMMIT_BRANCH", trigger.branch);
}

function matching(variable: string, name: string): string {
  const prefix = prefixOf(name);
  return prefix === undefined
    ? `${variable} == "${name}"`
    : `${variable} =~ /^${prefix.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")}/`;
}
