import { blocksOf, itemsOf } from "../../values/plain-values";
import { fieldsOf, isMap } from "../../values/fields-of";
import { readJson } from "../../values/read-json";
import { Reference, type Value } from "../../values/value";

/**
 * One rule of a repository's lifecycle: which images it ends.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html
 */
export interface LifecycleRule {
  readonly priority: Value | undefined;
  /** `tagged`, `untagged` or `any`. */
  readonly tagStatus: Value | undefined;
  readonly patterns: readonly Value[];
  readonly countType: Value | undefined;
  readonly count: Value | undefined;
}

/** The rules of a policy, as JSON or from a data source; undefined when the files do not tell them. */
export function readLifecycle(policy: Value | undefined): readonly LifecycleRule[] | undefined {
  if (policy instanceof Reference) {
    const { type, values } = policy.resource;
    if (type !== "aws_ecr_lifecycle_policy_document") return undefined;
    return blocksOf(values, "rule").map((rule) => {
      const [selection = {}] = blocksOf(rule, "selection");
      return {
        priority: rule["priority"],
        tagStatus: selection["tag_status"],
        patterns: itemsOf(selection["tag_pattern_list"]),
        countType: selection["count_type"],
        count: selection["count_number"],
      };
    });
  }
  const document = readJson(policy);
  if (!isMap(document)) return undefined;
  return blocksOf(document, "rules").map((rule) => {
    const selection = fieldsOf(rule["selection"]);
    return {
      priority: rule["rulePriority"],
      tagStatus: selection["tagStatus"],
      patterns: itemsOf(selection["tagPatternList"]),
      countType: selection["countType"],
      count: selection["countNumber"],
    };
  });
}
