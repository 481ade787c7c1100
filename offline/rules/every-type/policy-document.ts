import { type Value, type Values } from "../../values/value";
import { parseJson } from "../services/containers-of";
import { text } from "../../values/reading";
import { isRecord } from "../../values/value-shape";
import { type Refusal, type Rule } from "../rule";

interface PolicyAttribute {
  readonly type: string;
  readonly attribute: string;
  /** Characters that AWS counts, without white space. */
  readonly most: number;
  /** Whose permission it is: policies on resources and trust policies must say so, others must not. */
  readonly principal: "required" | "refused";
  readonly code: string;
  readonly limit?: (most: number) => string;
}

const iam = { code: "MalformedPolicyDocument" };

const policies: readonly PolicyAttribute[] = [
  {
    type: "aws_iam_role",
    attribute: "assume_role_policy",
    most: 2048,
    principal: "required",
    ...iam,
    limit: (most) => `Cannot exceed quota for ACLSizePerRole: ${most}`,
  },
  {
    type: "aws_iam_policy",
    attribute: "policy",
    most: 6144,
    principal: "refused",
    ...iam,
    limit: (most) => `Cannot exceed quota for PolicySize: ${most}`,
  },
  {
    type: "aws_iam_role_policy",
    attribute: "policy",
    most: 10_240,
    principal: "refused",
    ...iam,
    limit: (most) => `Maximum policy size of ${most} bytes exceeded for role`,
  },
  {
    type: "aws_ecr_repository_policy",
    attribute: "policy",
    most: 10_240,
    principal: "required",
    code: "InvalidParameterException",
  },
];

/** A policy that is not JSON, names nobody where it must (or somebody where it must not), or is too long. */
export const policyDocument: Rule = {
  id: "policy-document",
  types: [...new Set(policies.map(({ type }) => type))],
  actions: ["create", "update"],
  phase: "plan",
  documentation: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
  check({ type, values }) {
    return policies.filter((policy) => policy.type === type).flatMap((policy) => check(policy, values));
  },
};

function check(policy: PolicyAttribute, values: Values): readonly Refusal[] {
  const json = text(values, policy.attribute);
  if (json === undefined) return [];
  const refuse = (code: string, message: string, advice: string): readonly Refusal[] => [
    { code, message, advice, path: [policy.attribute] },
  ];
  const document = parseJson(json);
  if (!isRecord(document))
    return refuse(
      policy.code,
      "This policy contains invalid Json",
      "Use data.aws_iam_policy_document or jsonencode().",
    );
  const statements = statementsOf(document);
  if (statements.length === 0)
    return refuse(policy.code, "Syntax errors in policy.", "Add at least one Statement.");
  const named = statements.map((statement) => "Principal" in statement || "NotPrincipal" in statement);
  if (policy.principal === "required" && named.includes(false))
    return refuse(
      policy.code,
      "Missing required field Principal",
      "Say in each statement whom it permits: add a principals block.",
    );
  if (policy.principal === "refused" && named.includes(true))
    return refuse(
      policy.code,
      "Policy document should not specify a principal.",
      "Leave out Principal: the role that has the policy is whom it permits.",
    );
  const length = json.replace(/\s/g, "").length;
  if (length <= policy.most || !policy.limit) return [];
  return refuse(
    "LimitExceeded",
    policy.limit(policy.most),
    `Shorten it or split it: it has ${length} characters.`,
  );
}

function statementsOf({ Statement: statement }: Values): readonly Values[] {
  const all: readonly (Value | undefined)[] = Array.isArray(statement) ? statement : [statement];
  return all.filter(isRecord);
}
