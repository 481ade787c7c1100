import { databaseFit } from "../../../../offline/rules/databases/database-fit";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

function role(service: string) {
  const trust = JSON.stringify({ Statement: [{ Principal: { Service: service } }] });
  return { type: "aws_iam_role", values: { arn: service, assume_role_policy: trust } };
}

const cloud = aCloud([
  { type: "aws_db_parameter_group", values: { name: "app", family: "postgres17" } },
  role("monitoring.rds.amazonaws.com"),
  role("ecs-tasks.amazonaws.com"),
]);
const group = { engine: "postgres", parameter_group_name: "app" };

describe("A database", () => {
  test.each<[string, Values]>([
    ["parameter group", { ...group, engine_version: "17.4" }],
    ["parameter group of a version not known yet", { ...group, engine_version: unknown }],
    [
      "parameter group of RDS",
      { ...group, engine_version: "16", parameter_group_name: "default.postgres16" },
    ],
    ["monitoring role", { monitoring_interval: 60, monitoring_role_arn: "monitoring.rds.amazonaws.com" }],
    ["role without monitoring", { monitoring_interval: 0, monitoring_role_arn: "ecs-tasks.amazonaws.com" }],
  ])("fits its %s", (_, values) => {
    expect(codes(databaseFit, aChange("aws_db_instance", values, { cloud }))).toEqual([]);
  });

  test.each<[string, Values, string]>([
    ["parameter group", { ...group, engine_version: "16.2" }, "InvalidParameterCombination"],
    [
      "monitoring role",
      { monitoring_interval: 60, monitoring_role_arn: "ecs-tasks.amazonaws.com" },
      "InvalidParameterValue",
    ],
    ["monitoring role: none", { monitoring_interval: 60 }, "InvalidParameterValue"],
  ])("is refused with another %s", (_, values, code) => {
    expect(codes(databaseFit, aChange("aws_db_instance", values, { cloud }))).toEqual([code]);
  });
});
