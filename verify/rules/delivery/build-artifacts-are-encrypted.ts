import { type Resource } from "../../estate/resource";
import { blocksOf } from "../../values/plain-values";
import { isFalse, isGiven, judge, problemOf } from "../attribute-rule";
import { type Rule, type Verdict } from "../rule";

export const buildArtifactsAreEncrypted: Rule = {
  id: "build-artifacts-are-encrypted",
  title: "What builds make is encrypted with a key of its own",
  severity: "error",
  controls: ["CKV_AWS_78", "CKV_AWS_147"],
  page: "https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html",
  why: "Artifacts are what is deployed next, and hold what was built into it.",
  fix: "Set `encryption_key`, and remove `encryption_disabled`.",
  check: (environment) =>
    environment
      .all("aws_codebuild_project")
      .flatMap((project) => [
        judge(project, { attribute: "encryption_key", must: "must be a key", holds: isGiven, isName: true }),
        ...["artifacts", "secondary_artifacts"].flatMap((name) => unencrypted(project, name)),
      ]),
};

function unencrypted(resource: Resource, name: string): readonly Verdict[] {
  const demand = { attribute: "encryption_disabled", must: "must be false", default: false, holds: isFalse };
  return blocksOf(resource.values, name).flatMap((block) => {
    const problem = problemOf(block, demand);
    return problem ? [{ resource, problem: { ...problem, attribute: `${name}.encryption_disabled` } }] : [];
  });
}
