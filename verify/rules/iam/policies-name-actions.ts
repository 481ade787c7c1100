import { writtenText } from "../../values/written-text";
import { showValue } from "../../values/show-value";
import { statementRule } from "./statement-rule";

/** An action that the files do not tell may be any. */
export const policiesNameActions = statementRule({
  id: "policies-name-actions",
  title: "Policies name the actions that they allow",
  severity: "error",
  controls: ["IAM.1", "CKV_AWS_62", "CKV_AWS_63", "CKV_AWS_286"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-1",
  why: "Whoever gets hold of such a role may do anything in the account, including to lock everybody else out.",
  fix: "List the actions that are used; not `*`, and not `not_actions` with the effect Allow.",
  kinds: ["identity"],
  must: "must name actions",
  wrong: ({ actions, notActions }) => {
    if (notActions.length > 0) return `everything but ${showValue(notActions)}`;
    const anything = actions.find((action) => {
      const text = writtenText(action);
      return text === undefined || /^\*+(:.*)?$/.test(text);
    });
    return anything === undefined ? undefined : `action ${showValue(anything)}`;
  },
});
