import { everyoneIn, isForEverything, isNarrowed } from "../../policies/narrowing";
import { statementRule } from "./statement-rule";

/** Endpoints without a policy are left alone: AWS lets everything pass there, which the rules of the identities narrow. */
export const endpointPoliciesAreNarrow = statementRule({
  id: "endpoint-policies-are-narrow",
  title: "Policies of VPC endpoints let pass what is known",
  severity: "warning",
  controls: [],
  page: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
  why: "Stolen credentials of another account can carry data out through an endpoint that lets everyone reach everything.",
  fix: "Name the resources, or add a condition on `aws:PrincipalAccount` or `aws:PrincipalOrgID`.",
  kinds: ["endpoint"],
  must: "must name resources or identities",
  wrong: (statement) =>
    everyoneIn(statement) && isForEverything(statement) && !isNarrowed(statement)
      ? 'the principal "*" on the resource "*"'
      : undefined,
});
