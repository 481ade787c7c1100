import {
  attributeRule,
  isAtLeast,
  isGiven,
  type AttributeDemand,
} from "../../../verify/rules/attribute-rule";
import { environmentWith, type Bodies } from "../../support/verified";

/** What a rule about `aws_lb` says of one balancer. */
function problemOf(demand: Partial<AttributeDemand>, body: unknown, others: Bodies = {}) {
  const rule = attributeRule({
    ...{ id: "a-rule", title: "", severity: "error", controls: [], page: "", why: "", fix: "" },
    ...{ types: ["aws_lb"], attribute: "idle_timeout", must: "must be at least 5", holds: isAtLeast(5) },
    ...demand,
  });
  const [verdict] = rule.check(environmentWith({ ...others, "aws_lb.public": body }));
  return verdict?.problem;
}

describe("A rule about an attribute", () => {
  test.each([
    ["the value", 60],
    ["the value as text", "60"],
    ["an attribute of another resource that these files set", "${aws_lb.other.idle_timeout}"],
  ])("holds for %s", (_, idle_timeout) => {
    expect(problemOf({}, { idle_timeout }, { "aws_lb.other": { idle_timeout: 60 } })).toBeUndefined();
  });

  test.each([
    ["a value that is wrong", 1, "1"],
    ["a variable without default", "${var.timeout}", "var.timeout"],
    ["an attribute that only AWS knows", "${aws_vpc.main.mtu}", "aws_vpc.main.mtu"],
    ["nothing", undefined, "nothing"],
    ["null", null, "nothing"],
  ])("does not hold for %s", (_, idle_timeout, got) => {
    expect(problemOf({}, { idle_timeout }, { "aws_vpc.main": {} })).toEqual({
      attribute: "idle_timeout",
      must: "must be at least 5",
      got,
    });
  });

  test("takes the default of AWS for what is not written", () => {
    expect(problemOf({ default: 60 }, {})).toBeUndefined();
    expect(problemOf({ default: 1 }, {})).toMatchObject({ got: "nothing, which means 1" });
  });

  test.each([
    ["a block", { idle_timeout: 60 }],
    ["a list of one block", [{ idle_timeout: 60 }]],
  ])("finds the attribute in %s", (_, settings) => {
    expect(problemOf({ attribute: "settings.idle_timeout" }, { settings })).toBeUndefined();
  });

  test("says which expression a block is made from", () => {
    const settings = "${var.settings}";
    expect(problemOf({ attribute: "settings.idle_timeout" }, { settings })).toMatchObject({
      got: "var.settings",
    });
  });

  test("takes a reference where a name is asked for", () => {
    const others = { "aws_kms_key.data": {} };
    const body = { kms_key_id: "${aws_kms_key.data.arn}" };
    const demand = { attribute: "kms_key_id", holds: isGiven };
    expect(problemOf({ ...demand, isName: true }, body, others)).toBeUndefined();
    expect(problemOf(demand, body, others)).toMatchObject({ got: "aws_kms_key.data.arn" });
  });

  test("gives advice where there is one", () => {
    expect(problemOf({ advice: "Ask first." }, {})).toMatchObject({ advice: "Ask first." });
  });
});
