import { everyoneIn, isNarrowed } from "../../policies/narrowing";
import { statementRule } from "./statement-rule";

/** A condition on an account, an organization or an identity narrows a wildcard; a principal that is not known passes. */
export const trustNamesPrincipals = statementRule({
  id: "trust-names-principals",
  title: "Roles trust named principals",
  severity: "error",
  controls: ["CKV_AWS_60", "CKV_AWS_61"],
  page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous",
  why: "A role that trusts everyone may be taken on from any AWS account of the world.",
  fix: "Name the service, the account or the role in `principals`.",
  kinds: ["trust"],
  must: "must name who may take on the role",
  wrong: (statement) => (everyoneIn(statement) && !isNarrowed(statement) ? 'the principal "*"' : undefined),
});
