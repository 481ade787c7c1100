import { binds, isEveryResource, isForEverything } from "../../policies/narrowing";
import { type Condition } from "../../policies/statement";
import { writtenText } from "../../values/written-text";
import { showValue } from "../../values/show-value";
import { hasNoResource } from "./actions-without-resources";
import { passesRoles } from "./roles-are-passed-by-name";
import { statementRule } from "./statement-rule";

/** A resource of which the files tell nothing, such as a variable without default, counts as named. */
export const policiesNameResources = statementRule({
  id: "policies-name-resources",
  title: "Policies name the resources that they are for",
  severity: "error",
  controls: ["CKV_AWS_288", "CKV_AWS_290", "CKV_AWS_355"],
  page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
  why: "An action allowed on everything reaches the secrets, buckets and services of all others in the account.",
  fix: "Name the ARNs in `resources`, or narrow the statement by a condition on tags or on the cluster.",
  kinds: ["identity"],
  must: "must name resources for actions that have some",
  wrong: (statement) => {
    if (!isForEverything(statement) || statement.conditions.some(narrowsResources)) return undefined;
    const narrowable = statement.actions.find((action) => {
      const text = writtenText(action);
      return text !== undefined && !text.startsWith("*") && !passesRoles(text) && !hasNoResource(text);
    });
    if (narrowable === undefined) return undefined;
    return `${showValue(narrowable)} on ${showValue(statement.resources.find(isEveryResource) ?? "*")}`;
  },
});

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html */
function narrowsResources(condition: Condition): boolean {
  return (
    binds(condition) &&
    /(resource|request)tag\/|^ecs:cluster$|^cloudwatch:namespace$|^aws:resource(account|orgid)$/i.test(
      condition.variable,
    )
  );
}
