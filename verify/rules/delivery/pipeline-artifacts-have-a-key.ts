import { blocksOf } from "../../values/plain-values";
import { isGiven, judge, problemOf } from "../attribute-rule";
import { type Rule, type Verdict } from "../rule";

const key = { attribute: "encryption_key.id", must: "must be a key", holds: isGiven, isName: true } as const;

const attribute = `artifact_store.${key.attribute}`;

export const pipelineArtifactsHaveAKey: Rule = {
  id: "pipeline-artifacts-have-a-key",
  title: "What pipelines hand on is encrypted with a key of its own",
  severity: "error",
  controls: ["CKV_AWS_219"],
  page: "https://docs.aws.amazon.com/codepipeline/latest/userguide/S3-artifact-encryption.html",
  why: "Sources and artifacts of each run lie in the bucket; AWS's own key cannot be shared with other accounts or withdrawn.",
  fix: 'Set `encryption_key` of each `artifact_store`, with `type = "KMS"` and a key.',
  check: (environment) =>
    environment.all("aws_codepipeline").flatMap((resource): readonly Verdict[] => {
      const stores = blocksOf(resource.values, "artifact_store");
      if (stores.length === 0) return [judge(resource, { ...key, attribute })];
      return stores.map((store) => {
        const problem = problemOf(store, key);
        return { resource, ...(problem && { problem: { ...problem, attribute } }) };
      });
    }),
};
