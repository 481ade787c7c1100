import { secretSettings } from "../../../../offline/rules/storage-and-keys/secret-settings";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

const rotation = (days: number) => ({ rotation_rules: [{ automatically_after_days: days }] });

describe("A parameter or secret", () => {
  test.each<[string, Values]>([
    ["aws_ssm_parameter", { value: "x".repeat(4096), tier: null }],
    ["aws_ssm_parameter", { value: "x".repeat(8192), tier: "Advanced" }],
    ["aws_ssm_parameter", { value: "x".repeat(5000), tier: unknown }],
    ["aws_ssm_parameter", { value: unknown, tier: "Standard" }],
    ["aws_secretsmanager_secret_rotation", rotation(1000)],
  ])("is accepted: %s", (type, values) => {
    expect(codes(secretSettings, aChange(type, values))).toEqual([]);
  });

  test.each<[string, Values]>([
    ["aws_ssm_parameter", { value: "x".repeat(4097), tier: "Standard" }],
    ["aws_ssm_parameter", { value: "é".repeat(2049), tier: null }],
    ["aws_secretsmanager_secret_version", { secret_string: "x".repeat(65_537) }],
    ["aws_secretsmanager_secret_rotation", rotation(1001)],
  ])("is refused: %s", (type, values) => {
    expect(codes(secretSettings, aChange(type, values))).toEqual(["ValidationException"]);
  });
});
