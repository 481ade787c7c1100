import { type Resource } from "../../estate/resource";
import { isTrue, attributeOf } from "../attribute-rule";
import { isPlain } from "../../values/plain-values";
import { showValue } from "../../values/show-value";
import { type Rule, type RuleProblem } from "../rule";

export const buildsWriteLogs: Rule = {
  id: "builds-write-logs",
  title: "Build projects write logs, encrypted",
  severity: "error",
  controls: ["CodeBuild.3", "CodeBuild.4", "CKV_AWS_311", "CKV_AWS_314"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html#codebuild-4",
  why: "What a build did with its permissions is told by its log alone.",
  fix: "Add `logs_config` with `cloudwatch_logs` or with `s3_logs` that are ENABLED and not unencrypted.",
  check: (environment) =>
    environment.all("aws_codebuild_project").map((resource) => {
      const problem = problemOf(resource);
      return { resource, ...(problem && { problem }) };
    }),
};

function problemOf({ values }: Resource): RuleProblem | undefined {
  const attribute = "logs_config";
  const toCloudWatch = attributeOf(values, "logs_config.cloudwatch_logs");
  const cloudWatch = toCloudWatch && (attributeOf(values, "logs_config.cloudwatch_logs.status") ?? "ENABLED");
  const s3 = attributeOf(values, "logs_config.s3_logs.status");
  if (cloudWatch !== "ENABLED" && s3 !== "ENABLED") {
    const got = attributeOf(values, attribute) ? `${showValue(cloudWatch)} and ${showValue(s3)}` : "nothing";
    return { attribute, must: "must have cloudwatch_logs or s3_logs ENABLED", got };
  }
  const plain = attributeOf(values, "logs_config.s3_logs.encryption_disabled") ?? false;
  if (s3 !== "ENABLED" || (isPlain(plain) && !isTrue(plain))) return undefined;
  const switched = "logs_config.s3_logs.encryption_disabled";
  return { attribute: switched, must: "must be false", got: showValue(plain) };
}
