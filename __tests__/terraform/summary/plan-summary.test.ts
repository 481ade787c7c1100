import { summarizePlan } from "../../../terraform/summary/plan-summary";

const plan = (resource: Record<string, unknown>) =>
  summarizePlan({
    resource_changes: [{ address: "aws_vpc.main", type: "aws_vpc", mode: "managed", ...resource }],
  });

describe("Summary of a plan", () => {
  test.each([
    ["add", { change: { actions: ["create"] } }],
    ["change", { change: { actions: ["update"] } }],
    ["replace", { change: { actions: ["delete", "create"] } }],
    ["replace", { change: { actions: ["create", "delete"] } }],
    ["destroy", { change: { actions: ["delete"] } }],
    ["forget", { change: { actions: ["forget"] } }],
    ["import", { change: { actions: ["no-op"], importing: { id: "vpc-1" } } }],
    ["move", { change: { actions: ["no-op"] }, previous_address: "aws_vpc.old" }],
  ] as const)("counts %s of %j", (action, resource) => {
    expect(plan(resource).counts[action]).toBe(1);
  });

  test.each([
    ["what stays", { change: { actions: ["no-op"] } }],
    ["a data source", { mode: "data", change: { actions: ["read"] } }],
  ])("leaves out %s", (_, resource) => {
    expect(plan(resource).changes).toEqual([]);
  });

  test("names the attributes that force a replacement", () => {
    const change = { actions: ["delete", "create"], replace_paths: [["ingress", 0, "cidr"]] };
    expect(plan({ change }).changes[0]?.replacedFor).toEqual(["ingress[0].cidr"]);
  });

  test("says what a destroyed stateful resource takes with it", () => {
    expect(plan({ change: { actions: ["delete"] } }).changes[0]?.loses).toBe("everything that runs in it");
  });

  test("says nothing of loss when a stateful resource only changes", () => {
    expect(plan({ change: { actions: ["update"] } }).changes[0]?.loses).toBeUndefined();
  });

  test("holds no value of the plan", () => {
    const change = { actions: ["update"], before: { password: "hidden" }, after: { password: "secret" } };
    expect(JSON.stringify(plan({ change }))).not.toMatch(/hidden|secret/);
  });
});
