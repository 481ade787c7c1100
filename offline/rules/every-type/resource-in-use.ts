import { type CloudView } from "../../cloud/cloud-resource";
import { type Values } from "../../values/value";
import { text } from "../../values/reading";
import { type Change, type Rule } from "../rule";

/** Something that others use, so that AWS does not delete it. */
export const resourceInUse: Rule = {
  id: "resource-in-use",
  types: [
    "aws_db_subnet_group",
    "aws_db_parameter_group",
    "aws_ecr_repository",
    "aws_iam_role",
    "aws_iam_policy",
  ],
  actions: ["delete"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html",
  check(change) {
    return uses
      .filter(({ type, unless }) => type === change.type && change.values[unless ?? ""] !== true)
      .flatMap((use) => {
        const users = usersOf(change, use);
        const [first] = users;
        if (first === undefined) return [];
        return [
          { code: use.code, message: use.message(change, first), advice: use.advice(users.join(", ")) },
        ];
      });
  },
};

interface Use {
  readonly type: string;
  /** Attribute that another resource names. */
  readonly named: string;
  readonly by: { readonly type: string; readonly attribute: string; readonly shown: string };
  /** A flag with which the provider removes the users first. */
  readonly unless?: string;
  readonly code: string;
  readonly message: (change: Change, user: string) => string;
  readonly advice: (users: string) => string;
}

const name = ({ values }: { readonly values: Values }) => text(values, "name") ?? "";

const uses: readonly Use[] = [
  {
    type: "aws_db_subnet_group",
    named: "name",
    by: { type: "aws_db_instance", attribute: "db_subnet_group_name", shown: "identifier" },
    code: "InvalidDBSubnetGroupStateFault",
    message: (group, user) =>
      `Cannot delete the subnet group '${name(group)}' because at least one database instance: ${user} is still using it.`,
    advice: (users) => `Delete the database first: ${users}.`,
  },
  {
    type: "aws_db_parameter_group",
    named: "name",
    by: { type: "aws_db_instance", attribute: "parameter_group_name", shown: "identifier" },
    code: "InvalidDBParameterGroupState",
    message: (group) =>
      `One or more database instances are still members of this parameter group ${name(group)}, so the group cannot be deleted`,
    advice: (users) =>
      `Give ${users} another parameter group first: create_before_destroy does so for a replacement.`,
  },
  {
    type: "aws_ecr_repository",
    named: "name",
    by: { type: "aws_ecr_image", attribute: "repository_name", shown: "image_digest" },
    unless: "force_delete",
    code: "RepositoryNotEmptyException",
    message: (repository) =>
      `The repository with name '${name(repository)}' in registry with id '${repository.account}' cannot be deleted because it still contains images`,
    advice: () =>
      "Delete its images first, or set force_delete and apply; services that run them cannot start tasks any more.",
  },
  ...["aws_iam_role_policy_attachment", "aws_iam_role_policy"].map((type) => ({
    type: "aws_iam_role",
    named: "name",
    by: { type, attribute: "role", shown: type === "aws_iam_role_policy" ? "name" : "policy_arn" },
    unless: "force_detach_policies",
    code: "DeleteConflict",
    message: () =>
      type === "aws_iam_role_policy"
        ? "Cannot delete entity, must delete policies first."
        : "Cannot delete entity, must detach all policies first.",
    advice: (users: string) => `Something outside of this stack gave it policies: remove ${users} first.`,
  })),
  {
    type: "aws_iam_policy",
    named: "arn",
    by: { type: "aws_iam_role_policy_attachment", attribute: "policy_arn", shown: "role" },
    code: "DeleteConflict",
    message: () => "Cannot delete a policy attached to entities.",
    advice: (users) => `Detach it first from ${users}.`,
  },
];

function usersOf({ cloud, values, region, type }: Change, { named, by }: Use): readonly string[] {
  const own = text(values, named);
  if (own === undefined) return [];
  return inReach(cloud, by.type, type.startsWith("aws_iam_") ? undefined : region)
    .filter((user) => text(user, by.attribute) === own)
    .map((user) => text(user, by.shown) ?? "one");
}

function inReach(cloud: CloudView, type: string, region: string | undefined): readonly Values[] {
  return cloud
    .all(type)
    .filter((one) => (region === undefined || one.region === region) && one.keptBecause === undefined)
    .map(({ values }) => values);
}
