import { duplicateName } from "../../../../offline/rules/every-type/duplicate-name";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, aCloud, codes, refusals } from "../../../support/a-cloud";

describe("A name that is taken", () => {
  test.each<[string, Values, string]>([
    ["aws_iam_role", { name: "App" }, "EntityAlreadyExists"],
    ["aws_db_instance", { identifier: "app" }, "DBInstanceAlreadyExists"],
    ["aws_db_subnet_group", { name: "app" }, "DBSubnetGroupAlreadyExists"],
    ["aws_ecr_repository", { name: "app" }, "RepositoryAlreadyExistsException"],
    ["aws_ssm_parameter", { name: "/app" }, "ParameterAlreadyExists"],
    [
      "aws_codedeploy_deployment_group",
      { app_name: "app", deployment_group_name: "app" },
      "DeploymentGroupAlreadyExistsException",
    ],
    ["aws_ecs_service", { cluster: "dev", name: "app" }, "InvalidParameterException"],
  ])("is refused for %s %p", (type, values, code) => {
    const cloud = aCloud([{ type, values }]);
    expect(codes(duplicateName, aChange(type, values, { cloud }))).toEqual([code]);
  });

  test("is taken for a service whose cluster is named differently", () => {
    const cloud = aCloud([
      { type: "aws_ecs_service", values: { cluster: "arn:aws:ecs:eu-west-1:1:cluster/dev", name: "app" } },
    ]);
    const change = aChange("aws_ecs_service", { cluster: "dev", name: "app" }, { cloud });
    expect(refusals(duplicateName, change)[0]?.message).toBe("Creation of service was not idempotent.");
  });

  test("is taken in all regions where the account has it once, in any case of letters", () => {
    const cloud = aCloud([{ type: "aws_iam_role", region: "us-east-1", values: { name: "App" } }]);
    expect(codes(duplicateName, aChange("aws_iam_role", { name: "app" }, { cloud }))).toHaveLength(1);
  });

  test("is still taken while a secret waits for its deletion", () => {
    const cloud = aCloud([
      { type: "aws_secretsmanager_secret", values: { name: "app" }, keptBecause: "recovery window" },
    ]);
    expect(codes(duplicateName, aChange("aws_secretsmanager_secret", { name: "app" }, { cloud }))).toEqual([
      "InvalidRequestException",
    ]);
  });
});

describe("A name that is free", () => {
  test.each<[string, Values, Values]>([
    ["another name", { name: "app" }, { name: "shop" }],
    ["a name that is not known yet", { name: unknown }, { name: "shop" }],
  ])("is accepted: %s", (_, values, other) => {
    const cloud = aCloud([{ type: "aws_iam_role", values: other }]);
    expect(codes(duplicateName, aChange("aws_iam_role", values, { cloud }))).toEqual([]);
  });

  test("is one that another cluster has", () => {
    const cloud = aCloud([{ type: "aws_ecs_service", values: { cluster: "sit", name: "app" } }]);
    expect(
      codes(duplicateName, aChange("aws_ecs_service", { cluster: "dev", name: "app" }, { cloud })),
    ).toEqual([]);
  });

  test("is one that another region has", () => {
    const cloud = aCloud([{ type: "aws_ecr_repository", region: "us-east-1", values: { name: "app" } }]);
    expect(codes(duplicateName, aChange("aws_ecr_repository", { name: "app" }, { cloud }))).toEqual([]);
  });

  test("is its own", () => {
    const existing = {
      key: "r",
      type: "aws_db_instance",
      region: "eu-west-1",
      values: { identifier: "app" },
    };
    const change = aChange(
      "aws_db_instance",
      { identifier: "App" },
      { action: "update", existing, cloud: aCloud([existing]) },
    );
    expect(codes(duplicateName, change)).toEqual([]);
  });

  test("is a parameter's that may be overwritten", () => {
    const cloud = aCloud([{ type: "aws_ssm_parameter", values: { name: "/app" } }]);
    expect(
      codes(duplicateName, aChange("aws_ssm_parameter", { name: "/app", overwrite: true }, { cloud })),
    ).toEqual([]);
  });
});
