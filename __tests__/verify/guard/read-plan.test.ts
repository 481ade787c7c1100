import { ConfigError } from "../../../problems/config-error";
import { readPlans } from "../../../verify/guard/read-plan";
import { environmentWith } from "../../support/verified";
import { aPlan, estateOf } from "./a-plan";

const addresses = ["aws_lb.a", "data.aws_vpc.shared"];
const plan = aPlan(addresses, []);

function read(given: unknown, name = "test-all") {
  return readPlans(new Map([[name, given]]), estateOf(...addresses));
}

/** A plan whose only resource was written with these literal values. */
function planOf(values: Readonly<Record<string, unknown>>) {
  const constants = Object.entries(values).map(([name, value]) => [name, { constant_value: value }]);
  const resources = [{ address: "aws_lb.a", expressions: Object.fromEntries(constants) }];
  return { ...aPlan([], []), configuration: { root_module: { resources } } };
}

describe("A plan", () => {
  test("is read when it is one of the stack's files", () => {
    expect(read(plan)).toMatchObject([{ stack: { name: "test-all" }, summary: { changes: [] } }]);
  });

  test.each<readonly [string, unknown]>([
    ["no such stack", undefined],
    ["something else", { text: 1 }],
    ["something else", "text"],
    ["the JSON of a state", { format_version: "1.0", values: {} }],
    ['"2.0"', { ...plan, format_version: "2.0" }],
    ['"0.2"', { ...plan, format_version: "0.2" }],
    ["one that ended with an error", { ...plan, errored: true }],
    ["a plan of a part", { ...plan, complete: false }],
    ["a plan of other files: aws_lb.a", aPlan(["data.aws_vpc.shared"], [])],
    ["a plan of other files: aws_lb.b", aPlan([...addresses, "aws_lb.b"], [])],
  ])("is refused as %s", (got, given) => {
    const name = given === undefined ? "test-none" : "test-all";
    expect(() => read(given, name)).toThrow(ConfigError);
    expect(() => read(given, name)).toThrow(`got ${got}.`);
  });

  test.each([
    ["name", { name: "a" }, { name: "b" }],
    ["idle_timeout", { idle_timeout: 60 }, { idle_timeout: 61 }],
  ])("is refused where a literal %s was another one", (attribute, planned, written) => {
    const estate = { environments: [environmentWith({ "aws_lb.a": written })] };
    expect(() => readPlans(new Map([["test-all", planOf(planned)]]), estate)).toThrow(
      `aws_lb.a.${attribute}`,
    );
  });

  test.each([
    ["an expression", { name: "a" }, { name: "${var.name}" }],
    ["the same in another type", { idle_timeout: 60 }, { idle_timeout: "60" }],
    ["nothing", {}, { name: "b" }],
  ])("is read where %s is written", (_what, planned, written) => {
    const estate = { environments: [environmentWith({ "aws_lb.a": written })] };
    expect(readPlans(new Map([["test-all", planOf(planned)]]), estate)).toHaveLength(1);
  });

  test("is refused together with every other", () => {
    const plans = new Map<string, unknown>([
      ["test-none", plan],
      ["test-all", { ...plan, errored: true }],
    ]);
    expect(() => readPlans(plans, estateOf(...addresses))).toThrow("plans: 2 problems");
  });
});
