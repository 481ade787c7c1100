import { changedAttributes, unknownAttributes } from "../../../terraform/summary/changed-attributes";

const containers = (level: string, more: object = {}) =>
  JSON.stringify([{ name: "api", environment: [{ name: "LOG_LEVEL", value: level }], ...more }]);

describe("Changed attributes", () => {
  test.each([
    ["a value", { idle_timeout: 60 }, { idle_timeout: 90 }, ["idle_timeout"]],
    [
      "a key of a map",
      { tags: { Team: "a", Cost: "1" } },
      { tags: { Team: "b", Cost: "1" } },
      ["tags: Team"],
    ],
    [
      "a variable in a container's JSON",
      { c: containers("debug") },
      { c: containers("info") },
      ["c: api.environment.LOG_LEVEL"],
    ],
    [
      "something new in a container's JSON",
      { c: containers("a") },
      { c: containers("a", { cpu: 2 }) },
      ["c: api.cpu"],
    ],
    [
      "a block that is there once",
      { health_check: [{ path: "/" }] },
      { health_check: [{ path: "/up" }] },
      ["health_check: path"],
    ],
    ["a list without names", { subnets: ["a", "b"] }, { subnets: ["a"] }, ["subnets"]],
    ["text that only looks like JSON", { text: "{a" }, { text: "{b" }, ["text"]],
    ["what is taken away", { description: "old" }, { description: null }, ["description"]],
    ["tags, once", { tags: { A: "1" }, tags_all: { A: "1" } }, { tags: {}, tags_all: {} }, ["tags: A"]],
    ["default tags", { tags: null, tags_all: { A: "1" } }, { tags: null, tags_all: {} }, ["tags_all: A"]],
    ["nothing", { a: 1 }, { a: 1 }, []],
  ])("name %s", (_, before, after, expected) => {
    expect(changedAttributes({ before, after })).toEqual(expected);
  });

  test("leave out what is known only after the apply", () => {
    const before = { engine: "postgres", arn: "arn:1", volume: [{ name: "tmp", at_launch: false }] };
    const after = { engine: "mysql", volume: [{ name: "tmp" }] };
    const marks = { arn: true, volume: [{ at_launch: true }] };
    expect(changedAttributes({ before, after, after_unknown: marks })).toEqual(["engine"]);
  });

  test.each(["before_sensitive", "after_sensitive"])(
    "name nothing inside of what is marked by %s",
    (marks) => {
      const change = {
        before: { secret: '{"a":1}' },
        after: { secret: '{"b":1}' },
        [marks]: { secret: true },
      };
      expect(changedAttributes(change)).toEqual(["secret"]);
    },
  );
});

describe("Attributes that are known only after the apply", () => {
  test.each<[string, object, string[]]>([
    ["a whole attribute", { arn: true, name: false }, ["arn"]],
    [
      "a place in blocks that are there once",
      { balancer: [{ shift: [{ rule: true }] }] },
      ["balancer: shift.rule"],
    ],
    ["a list of which an item is unknown", { groups: [false, true] }, ["groups"]],
    ["one of several blocks", { volume: [{}, { id: true }] }, ["volume"]],
    ["nothing where the marks are empty", { tags: {}, volume: [], alarms: [{ names: [false] }] }, []],
  ])("name %s", (_, marks, expected) => {
    expect(unknownAttributes({ after_unknown: marks })).toEqual(expected);
  });

  test("name nothing inside of a secret", () => {
    const change = { after_unknown: { secret: [{ user: true }] }, after_sensitive: { secret: true } };
    expect(unknownAttributes(change)).toEqual(["secret"]);
  });
});
