import { policiesOf } from "../../policies/policies-of";
import { showSource } from "../../values/show-source";
import { type Rule, type Verdict } from "../rule";

/** What is not readable is checked by no other rule about policies; so this one is an error. */
export const policiesCanBeRead: Rule = {
  id: "policies-can-be-read",
  title: "Policy documents can be read from the files",
  severity: "error",
  controls: [],
  page: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document",
  why: "A document that only Terraform's caller knows is checked by no rule, and shown by no review.",
  fix: "Write it as `data.aws_iam_policy_document` or with `jsonencode`; give the variable that it comes from a default.",
  check: (environment) =>
    policiesOf(environment).map(({ resource, attribute, statements, written }): Verdict => {
      if (statements) return { resource };
      const must = "must be a policy document that the files tell";
      return { resource, problem: { attribute, must, got: showSource(written) } };
    }),
};
