import { type StackDraft } from "./draft";
import { add, all, type Change, type Mutation, set } from "./mutation";

const control = "task and execution roles differ, least privilege, no `*`" as const;
const documents = (pattern: RegExp) => (draft: StackDraft) =>
  draft.data("aws_iam_policy_document").filter(({ name }) => pattern.test(name));
const policies = documents(/role_policy_document$/);
const policy = ["aws_iam_role_policy", "data.aws_iam_policy_document"];
const trust = ["aws_iam_role", "data.aws_iam_policy_document"];

/** What roles may do, and who may have them. */
export const permissionMutations: readonly Mutation[] = [
  permission("every-action", "A policy allows every action", policies, {
    change: set("statement.actions", ["*"]),
    caughtBy: "policies-name-actions",
  }),
  permission("every-action-but-some", "A policy allows every action but some, by `not_actions`", policies, {
    change: all(set("statement.actions", null), set("statement.not_actions", ["iam:*"])),
    caughtBy: "policies-name-actions",
  }),
  permission("whole-service", "A policy allows all of S3", policies, {
    change: set("statement.actions", ["s3:*"]),
    caughtBy: "policies-allow-no-whole-service",
  }),
  permission("whole-service-by-local", "A policy allows all of a service that a local names", policies, {
    change: (victim, environment) => {
      environment.services.setLocal("service", "dynamodb");
      set("statement.actions", ["${local.service}:*"])(victim, environment);
    },
    caughtBy: "policies-allow-no-whole-service",
  }),
  permission("every-resource", "A policy allows reading every secret", policies, {
    change: set("statement", { actions: ["secretsmanager:GetSecretValue"], resources: ["*"] }),
    caughtBy: "policies-name-resources",
  }),
  permission(
    "every-resource-encoded",
    "A policy allows reading every bucket, by jsonencode",
    "aws_iam_role_policy",
    {
      change: set(
        "policy",
        '${jsonencode({Statement = [{Effect = "Allow", Action = ["s3:GetObject"], Resource = "*"}]})}',
      ),
      caughtBy: "policies-name-resources",
    },
  ),
  permission(
    "every-resource-merged",
    "A policy document takes in another one that allows everything",
    policies,
    {
      change: (victim, { services }) => {
        services.addData("aws_iam_policy_document", "base", {
          statement: { actions: ["dynamodb:DeleteTable"], resources: ["*"] },
        });
        victim.body["source_policy_documents"] = ["${data.aws_iam_policy_document.base.json}"];
      },
      caughtBy: "policies-name-resources",
    },
  ),
  permission("inline-policy", "A role has a policy of its own in an inline block", "aws_iam_role", {
    change: set("inline_policy", {
      name: "extra",
      policy: JSON.stringify({ Statement: { Effect: "Allow", Action: "*", Resource: "*" } }),
    }),
    caughtBy: "policies-name-actions",
  }),
  permission("any-role-passed", "A policy lets a role pass every other", policies, {
    change: set("statement", { actions: ["iam:PassRole"], resources: ["*"] }),
    caughtBy: "roles-are-passed-by-name",
  }),
  permission("policy-by-variable", "A policy comes from a variable without default", "aws_iam_role_policy", {
    change: ({ body }, { services }) => {
      services.declareVariable("policy");
      body["policy"] = "${var.policy}";
    },
    caughtBy: "policies-can-be-read",
  }),
  permission("administrator", "A role is an administrator by a managed policy", "aws_iam_role", {
    change: attach("aws_iam_role_policy_attachment", {
      policy_arn: "arn:aws:iam::aws:policy/AdministratorAccess",
    }),
    caughtBy: "no-administrator-policies",
    foundAt: ["aws_iam_role_policy_attachment"],
  }),
  permission("trusted-by-everyone", "A role may be taken on by everyone", documents(/role_trust$/), {
    change: set("statement", {
      actions: ["sts:AssumeRole"],
      principals: { type: "AWS", identifiers: ["*"] },
    }),
    caughtBy: "trust-names-principals",
    foundAt: trust,
  }),
  permission("key-for-everyone", "A key may be used by everyone", documents(/key_policy_document$/), {
    stack: "data",
    change: set("statement.principals", [{ type: "AWS", identifiers: ["*"] }]),
    caughtBy: "resource-policies-name-principals",
    foundAt: ["aws_kms_key", "data.aws_iam_policy_document"],
  }),
  permission("images-for-everyone", "Everyone may pull images", documents(/images_policy_document$/), {
    stack: "delivery",
    change: set("statement.principals", { type: "*", identifiers: ["*"] }),
    caughtBy: "resource-policies-name-principals",
    foundAt: ["aws_ecr_repository_policy", "aws_ecr_repository"],
  }),
  permission(
    "endpoint-open",
    "The endpoint of S3 lets other accounts' credentials pass",
    documents(/endpoint/),
    {
      stack: "network",
      change: set("statement", {
        actions: ["s3:*"],
        resources: ["*"],
        principals: { type: "*", identifiers: ["*"] },
      }),
      caughtBy: "endpoint-policies-are-narrow",
      foundAt: ["aws_vpc_endpoint"],
    },
  ),
];

function permission(
  id: string,
  what: string,
  victims: Mutation["victims"],
  given: Pick<Mutation, "change" | "caughtBy"> & Partial<Mutation>,
): Mutation {
  const isDocument = typeof victims !== "string";
  return { id, what, control, stack: "services", victims, ...(isDocument && { foundAt: policy }), ...given };
}

function attach(type: string, body: object): Change {
  return add("services", type, "attached", ({ type: role, name }) => ({
    ...body,
    role: `\${${role}.${name}.name}`,
  }));
}
