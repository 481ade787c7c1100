import { nameSyntax } from "../../../../offline/rules/every-type/name-syntax";
import { unknown } from "../../../../offline/values/value";
import { aChange, codes, refusals } from "../../../support/a-cloud";

describe("A name", () => {
  test.each([
    ["aws_iam_role", "name", "a".repeat(64)],
    ["aws_iam_role", "name", "team+app=1,x.y@z-w"],
    ["aws_ecs_service", "name", "dev_app-1"],
    ["aws_ecs_task_definition", "family", "a".repeat(255)],
    ["aws_db_instance", "identifier", "prod-app1"],
    ["aws_ecr_repository", "name", "team/app--x.y__z"],
    ["aws_ssm_parameter", "name", "/delivery/dev/app"],
    ["aws_ssm_parameter", "name", `/${Array(15).fill("a").join("/")}`],
    ["aws_sqs_queue", "name", "jobs.fifo"],
    ["aws_db_subnet_group", "name", "default-1"],
    ["aws_lambda_function", "function_name", "a".repeat(64)],
  ])("of %s is accepted: %s %s", (type, attribute, name) => {
    expect(codes(nameSyntax, aChange(type, { [attribute]: name }))).toEqual([]);
  });

  test.each([
    ["aws_iam_role", "name", "a".repeat(65), "ValidationError"],
    ["aws_iam_role", "name_prefix", "a".repeat(39), "ValidationError"],
    ["aws_iam_role", "name", "app role", "ValidationError"],
    ["aws_iam_policy", "name", "a".repeat(129), "ValidationError"],
    ["aws_ecs_service", "name", "app.v2", "InvalidParameterException"],
    ["aws_ecs_task_definition", "family", "a".repeat(256), "ClientException"],
    ["aws_ecs_capacity_provider", "name", "ecs-pool", "InvalidParameterException"],
    ["aws_db_instance", "identifier", "1app", "InvalidParameterValue"],
    ["aws_db_instance", "identifier", "app--1", "InvalidParameterValue"],
    ["aws_db_instance", "identifier", "app-", "InvalidParameterValue"],
    ["aws_db_instance", "identifier", "App", "InvalidParameterValue"],
    ["aws_db_subnet_group", "name", "default", "InvalidParameterValue"],
    ["aws_ecr_repository", "name", "App", "InvalidParameterException"],
    ["aws_ecr_repository", "name", "a", "InvalidParameterException"],
    ["aws_ssm_parameter", "name", "/aws/app", "ValidationException"],
    ["aws_ssm_parameter", "name", `/${Array(16).fill("a").join("/")}`, "ValidationException"],
    ["aws_secretsmanager_secret", "name", "a b", "ValidationException"],
    ["aws_sqs_queue", "name", "a".repeat(81), "InvalidParameterValue"],
    ["aws_lambda_function", "function_name", "a".repeat(65), "ValidationException"],
  ])("of %s is refused: %s %s", (type, attribute, name, code) => {
    expect(codes(nameSyntax, aChange(type, { [attribute]: name }))).toEqual([code]);
  });

  test("that is too long is refused in AWS's words", () => {
    const [refusal] = refusals(nameSyntax, aChange("aws_ecs_cluster", { name: "a".repeat(256) }));
    expect(refusal?.message).toMatch(
      / failed to satisfy constraint: Member must have length less than or equal to 255$/,
    );
  });

  test("that is not known yet is not looked at", () => {
    expect(codes(nameSyntax, aChange("aws_iam_role", { name: unknown }))).toEqual([]);
  });
});
