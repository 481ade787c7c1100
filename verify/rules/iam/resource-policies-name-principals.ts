import { everyoneIn, isNarrowed } from "../../policies/narrowing";
import { statementRule } from "./statement-rule";

/** A condition on an account, an organization, a network or a source narrows a wildcard. */
export const resourcePoliciesNamePrincipals = statementRule({
  id: "resource-policies-name-principals",
  title: "Policies of buckets, queues, topics, keys, repositories and secrets are not open to everyone",
  severity: "error",
  controls: [
    "S3.2",
    "SNS.4",
    "SQS.3",
    "CKV_AWS_32",
    "CKV_AWS_33",
    "CKV_AWS_70",
    "CKV_AWS_168",
    "CKV_AWS_169",
  ],
  page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous",
  why: "The principal `*` is everyone: any account of the world, and for some services anybody without one.",
  fix: "Name the accounts, roles or services in `principals`, or add a condition such as `aws:PrincipalOrgID`, `aws:PrincipalAccount` or `aws:SourceAccount`.",
  kinds: ["resource"],
  must: "must name who may use the resource",
  wrong: (statement) => (everyoneIn(statement) && !isNarrowed(statement) ? 'the principal "*"' : undefined),
});
