import { statementRule } from "./statement-rule";
import { hasNoResource } from "./actions-without-resources";
import { showValue } from "../../values/show-value";
import { writtenText } from "../../values/written-text";

/** Holds for a service of which each action has no resource to narrow, such as `ssmmessages:*`. */
export const policiesAllowNoWholeService = statementRule({
  id: "policies-allow-no-whole-service",
  title: "Policies allow no whole service",
  severity: "error",
  controls: ["IAM.21", "CKV_AWS_289", "CKV_AWS_290"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-21",
  why: "All actions of a service include those that delete its data and that open it to others.",
  fix: "List the actions that are used, such as `s3:GetObject`, instead of `s3:*`.",
  kinds: ["identity"],
  must: "must name single actions of a service",
  wrong: ({ actions }) => {
    const whole = actions.find((action) => {
      const text = writtenText(action);
      return text !== undefined && /^[^*?]+:[*?]*\*[*?]*$/.test(text) && !hasNoResource(text);
    });
    return whole === undefined ? undefined : `action ${showValue(whole)}`;
  },
});
