import { type Resource } from "../../estate/resource";
import { isPlain, numberOf } from "../../values/plain-values";
import { showValue } from "../../values/show-value";
import { type Rule, type Verdict } from "../rule";
import { readLifecycle, type LifecycleRule } from "./lifecycle-rules";

/** So many builds are behind the newest before an image may go: what runs, or may be rolled back to, is among them. */
const enough = 50;

export const repositoriesKeepWhatRuns: Rule = {
  id: "repositories-keep-what-runs",
  title: "Lifecycles end no image that may run",
  severity: "warning",
  controls: ["ECR.3"],
  page: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html",
  why: "A service whose image is gone starts no task any more: at the next failure, scaling or rollback it stands still.",
  fix: "Keep the tag of each environment with a rule of its own before, and end tagged images by number, 50 or more, not by age.",
  check: (environment) =>
    environment.all("aws_ecr_lifecycle_policy").flatMap((policy): readonly Verdict[] => {
      const rules = readLifecycle(policy.values["policy"]);
      if (rules === undefined) {
        const got = showValue(policy.values["policy"]);
        return [problem(policy, "must be rules that the files tell", got)];
      }
      const hasty = rules.filter(mayEndWhatRuns);
      return hasty.length === 0 ? [{ resource: policy }] : hasty.map((rule) => tooHasty(policy, rule));
    }),
};

function mayEndWhatRuns({ tagStatus, patterns, countType, count }: LifecycleRule): boolean {
  const isForAll =
    tagStatus === "tagged"
      ? patterns.some((pattern) => pattern === "*" || !isPlain(pattern))
      : tagStatus !== "untagged";
  return isForAll && (countType !== "imageCountMoreThan" || (numberOf(count) ?? 0) < enough);
}

function tooHasty(policy: Resource, { priority, countType, count }: LifecycleRule): Verdict {
  const must = `must keep the newest ${enough} images of any tag, whatever their age`;
  return problem(policy, must, `${showValue(countType)} ${showValue(count)} in rule ${showValue(priority)}`);
}

function problem(resource: Resource, must: string, got: string): Verdict {
  return { resource, problem: { attribute: "policy", must, got } };
}
