import { type Resource } from "../../estate/resource";
import { itemsOf } from "../../values/plain-values";
import { writtenText } from "../../values/written-text";
import { Reference, type Value } from "../../values/value";
import { type Rule, type Verdict } from "../rule";

/** Attributes with ARNs of managed policies, by type. */
const attachments: Readonly<Record<string, string>> = {
  aws_iam_group_policy_attachment: "policy_arn",
  aws_iam_policy_attachment: "policy_arn",
  aws_iam_role: "managed_policy_arns",
  aws_iam_role_policy_attachment: "policy_arn",
  aws_iam_role_policy_attachments_exclusive: "policy_arns",
  aws_iam_user_policy_attachment: "policy_arn",
  aws_ssoadmin_managed_policy_attachment: "managed_policy_arn",
};

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html */
const tooWide =
  /^arn:[^:]*:iam::aws:policy\/(?:[\w-]+\/)*(AdministratorAccess(-\w+)?|PowerUserAccess|\w+FullAccess)$/;

/** Of a data source the name is enough: `data.aws_iam_policy.admin` with `AdministratorAccess`. An ARN that is not known passes. */
export const noAdministratorPolicies: Rule = {
  id: "no-administrator-policies",
  title: "No role holds a managed policy of administrators",
  severity: "error",
  controls: ["IAM.1", "IAM.21", "CKV_AWS_274", "CKV2_AWS_56"],
  page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html",
  why: "AdministratorAccess, PowerUserAccess and the …FullAccess policies allow far more than one application needs, also what AWS adds later.",
  fix: "Attach a policy of your own that lists the actions and resources which are used.",
  check: (environment) =>
    Object.entries(attachments).flatMap(([type, attribute]) =>
      environment.all(type).flatMap((resource) => verdicts(resource, attribute)),
    ),
};

function verdicts(resource: Resource, attribute: string): readonly Verdict[] {
  return itemsOf(resource.values[attribute]).map((arn): Verdict => {
    const name = managedArn(arn);
    if (!tooWide.test(name)) return { resource };
    const must = "must not be a policy of administrators";
    return { resource, problem: { attribute, must, got: name.replace(/^.*\//, "") } };
  });
}

function managedArn(value: Value): string {
  const data =
    value instanceof Reference && value.resource.mode === "data" ? value.resource.values : undefined;
  if (data)
    return typeof data["arn"] === "string" ? data["arn"] : `arn:aws:iam::aws:policy/${String(data["name"])}`;
  return writtenText(value) ?? "";
}
