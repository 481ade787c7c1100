import { summarizeEvents } from "../../../terraform/summary/summarize-events";

const vpc = { addr: "aws_vpc.main", resource_type: "aws_vpc" };
const planned = (action: string, more: object = {}) => ({
  type: "planned_change",
  change: { resource: vpc, action, ...more },
});

describe("The summary of a plan's events", () => {
  test("is of new resources and outputs", () => {
    const outputs = { id: { sensitive: true, action: "create" }, same: { sensitive: false, action: "noop" } };
    const events = [planned("create"), { type: "outputs", outputs }, planned("read")];
    expect(summarizeEvents(events)).toMatchObject({
      counts: { add: 1, change: 0 },
      changes: [{ address: "aws_vpc.main", type: "aws_vpc", action: "add" }],
      outputs: ["id"],
    });
  });

  test.each([
    ["something is changed", [planned("create"), planned("update")]],
    ["something is replaced", [planned("replace")]],
    ["something is imported", [planned("create", { importing: { id: "vpc-1" } })]],
    ["something is moved", [planned("create", { previous_resource: vpc })]],
    ["something was changed outside", [{ type: "resource_drift", change: {} }, planned("create")]],
    ["only outputs change", [{ type: "outputs", outputs: { id: { action: "create" } } }]],
  ])("is left to the plan itself when %s", (_, events) => {
    expect(summarizeEvents(events)).toBeUndefined();
  });
});
