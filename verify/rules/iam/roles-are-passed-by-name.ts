import { isForEverything } from "../../policies/narrowing";
import { writtenText } from "../../values/written-text";
import { showValue } from "../../values/show-value";
import { statementRule } from "./statement-rule";

/** A rule of its own, because of what it opens. */
export const rolesArePassedByName = statementRule({
  id: "roles-are-passed-by-name",
  title: "Roles are passed by name",
  severity: "error",
  controls: ["CKV_AWS_286", "CKV_AWS_289"],
  page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
  why: "Who may pass any role to a service may use the strongest role of the account through it.",
  fix: "Name the roles in `resources` of the statement with `iam:PassRole`.",
  kinds: ["identity"],
  must: "must name the roles",
  isAbout: ({ actions }) => actions.some((action) => passesRoles(writtenText(action) ?? "")),
  wrong: (statement) =>
    isForEverything(statement) ? `iam:PassRole on ${showValue(statement.resources)}` : undefined,
});

/** Whether an action, as written in a policy, lets a service have a role. */
export function passesRoles(action: string): boolean {
  return /^iam:pass/i.test(action);
}
