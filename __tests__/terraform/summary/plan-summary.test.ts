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

  test("says by what is unknown yet why there is a change, when nothing else does", () => {
    const change = { actions: ["update"], before: { a: "1" }, after: {}, after_unknown: { a: true } };
    expect(plan({ change }).changes[0]?.attributes).toEqual(["a"]);
  });
});

describe("A change from outside", () => {
  const drifted = (before: unknown, actions: readonly string[], resource: Record<string, unknown>) =>
    summarizePlan({
      resource_drift: [
        { address: "aws_lb.a", change: { actions, before, after: { idle_timeout: 99, count: 7 } } },
        {
          address: "aws_ecs_service.ignored",
          change: { actions: ["update"], before: { a: 1 }, after: { a: 2 } },
        },
      ],
      resource_changes: [{ address: "aws_lb.a", type: "aws_lb", mode: "managed", ...resource }],
    });
  const back = {
    change: {
      actions: ["update"],
      before: { idle_timeout: 99, count: 7 },
      after: { idle_timeout: 60, count: 7 },
    },
  };

  test("is told where a change takes it back", () => {
    const { changes } = drifted({ idle_timeout: 60, count: 1 }, ["update"], back);
    expect(changes).toMatchObject([{ address: "aws_lb.a", changedOutside: ["idle_timeout"] }]);
  });

  test("is not told where it stays, as with ignore_changes", () => {
    const { changes } = drifted({ idle_timeout: 99, count: 1 }, ["update"], back);
    expect(changes[0]).not.toHaveProperty("changedOutside");
    expect(drifted({}, ["update"], { change: { actions: ["no-op"] } }).changes).toEqual([]);
  });

  test("can be a deletion", () => {
    const { changes } = drifted({}, ["delete"], { change: { actions: ["create"], after: {} } });
    expect(changes[0]?.changedOutside).toBe("deleted");
  });
});
