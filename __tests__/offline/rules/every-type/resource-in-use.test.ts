import { resourceInUse } from "../../../../offline/rules/every-type/resource-in-use";
import { type Values } from "../../../../offline/values/value";
import { aCloud, aDelete, codes } from "../../../support/a-cloud";

const cases: readonly [string, Values, string, Values, string][] = [
  [
    "aws_db_subnet_group",
    { name: "app" },
    "aws_db_instance",
    { db_subnet_group_name: "app" },
    "InvalidDBSubnetGroupStateFault",
  ],
  [
    "aws_db_parameter_group",
    { name: "app" },
    "aws_db_instance",
    { parameter_group_name: "app" },
    "InvalidDBParameterGroupState",
  ],
  [
    "aws_ecr_repository",
    { name: "app" },
    "aws_ecr_image",
    { repository_name: "app" },
    "RepositoryNotEmptyException",
  ],
  ["aws_iam_role", { name: "app" }, "aws_iam_role_policy", { role: "app" }, "DeleteConflict"],
  ["aws_iam_role", { name: "app" }, "aws_iam_role_policy_attachment", { role: "app" }, "DeleteConflict"],
  [
    "aws_iam_policy",
    { arn: "app" },
    "aws_iam_role_policy_attachment",
    { policy_arn: "app" },
    "DeleteConflict",
  ],
];

describe("Something in use", () => {
  test.each(cases)("is not deleted: %s %p by %s", (type, values, userType, user, code) => {
    const cloud = aCloud([
      { type, values },
      { type: userType, values: user },
    ]);
    expect(codes(resourceInUse, aDelete(cloud, type))).toEqual([code]);
  });
});

describe("Something that nothing uses", () => {
  test.each(cases)("is deleted: %s %p", (type, values, userType, user) => {
    const others = Object.fromEntries(Object.keys(user).map((attribute) => [attribute, "other"]));
    const cloud = aCloud([
      { type, values },
      { type: userType, values: others },
    ]);
    expect(codes(resourceInUse, aDelete(cloud, type))).toEqual([]);
  });

  test("is a repository that may be deleted with its images", () => {
    const cloud = aCloud([
      { type: "aws_ecr_repository", values: { name: "app", force_delete: true } },
      { type: "aws_ecr_image", values: { repository_name: "app" } },
    ]);
    expect(codes(resourceInUse, aDelete(cloud, "aws_ecr_repository"))).toEqual([]);
  });
});
