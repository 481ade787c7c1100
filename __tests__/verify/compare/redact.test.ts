import { Document, type Plain, Written } from "../../../verify/compare/plain";
import { redact } from "../../../verify/compare/redact";
import { showValue } from "../../../verify/compare/show-value";
import { type Step } from "../../../verify/compare/steps";

const field = (name: string): Step => ({ kind: "field", name });
const key = (name: string): Step => ({ kind: "key", key: name });
const shown = (value: Plain, steps: readonly Step[] = [], type = "aws_x") =>
  showValue(redact(value, type, steps));

describe("A value is hidden", () => {
  test.each<readonly [string, Plain, readonly Step[]]>([
    ["in an attribute that is a secret", "hunter22", [field("password")]],
    ["below one", "hunter22", [field("credentials"), key("a"), field("user")]],
    ["under a name that promises a secret", "hunter22", [field("variables"), field("DB_PASSWORD")]],
    ["in the pair of such a name", "hunter22", [field("environment"), key("DB_PASSWORD"), field("value")]],
    ["when it is a number under such a name", 123456, [field("PIN_TOKEN")]],
    ["when it looks like a secret", "AKIAIOSFODNN7EXAMPLE", [field("note")]],
    [
      "when an expression holds one",
      new Written('"postgres://app:hunter22@${aws_x.y.host}"'),
      [field("url")],
    ],
    [
      "when a reference has text of its own in a secret",
      new Written('"hunter${var.rest}"'),
      [field("password")],
    ],
  ])("%s", (_, value, steps) => {
    expect(shown(value, steps)).toBe("(sensitive)");
  });

  test.each<readonly [string, Plain, string]>([
    ["a pair", { name: "API_KEY", value: "hunter22" }, '{ name = "API_KEY", value = (sensitive) }'],
    ["a map", { API_KEY: "hunter22", LEVEL: "info" }, '{ API_KEY = (sensitive), LEVEL = "info" }'],
    ["a block", { user: "a", password: "hunter22" }, '{ user = "a", password = (sensitive) }'],
    ["a list after an option", ["run", "--token", "hunter22"], '["run", "--token", (sensitive)]'],
    ["JSON text", new Document([{ auth_token: "hunter22" }]), "[{ auth_token = (sensitive) }]"],
  ])("inside of %s", (_, value, expected) => {
    expect(shown(value)).toBe(expected);
  });

  test("in an attribute that is a secret in its type only", () => {
    expect(shown("hunter22", [field("value")], "aws_ssm_parameter")).toBe("(sensitive)");
    expect(shown("hunter22", [field("value")], "aws_route53_record")).toBe('"hunter22"');
  });
});

describe("A value is shown", () => {
  test.each<readonly [string, Plain, readonly Step[], string]>([
    [
      "as a reference to a secret",
      new Written("aws_db_instance.a.password"),
      [field("password")],
      "aws_db_instance.a.password",
    ],
    [
      "as the name of a variable",
      "${APP_DB_PASSWORD}",
      [key("SPRING_PASSWORD"), field("value")],
      '"${APP_DB_PASSWORD}"',
    ],
    [
      "as the place where a secret is kept",
      "arn:aws:ssm:eu-west-1:1:parameter/a",
      [field("DB_TOKEN")],
      '"arn:aws:ssm:eu-west-1:1:parameter/a"',
    ],
    ["as a switch", true, [field("manage_master_user_password")], "true"],
    ["where nothing is", "", [field("password")], '""'],
    ["under a name that only begins like a secret", "7", [field("password_rotation_days")], '"7"'],
  ])("%s", (_, value, steps, expected) => {
    expect(shown(value, steps)).toBe(expected);
  });
});
