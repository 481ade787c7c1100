import { type AttributeSchema, type BlockSchema, type ValueType } from "../../../offline/schema/schema";
import { objectTypeOf } from "../../../offline/values/object-type";
import { fromState, valuesFromState, withBlocks } from "../../../offline/values/state-values";
import { DynamicValue, type Value } from "../../../offline/values/value";

const inner: BlockSchema = { attributes: { size: attribute("number") }, blocks: {} };
const block: BlockSchema = {
  attributes: { name: attribute("string"), any: attribute("dynamic"), labels: attribute(["set", "string"]) },
  blocks: {
    parts: { nesting: "list", block: inner },
    holes: { nesting: "set", block: inner },
    lid: { nesting: "single", block: inner },
    named: { nesting: "map", block: inner },
  },
};

function attribute(type: ValueType): AttributeSchema {
  return { type, required: false, optional: true, computed: false };
}

describe("The type of a block", () => {
  test("has attributes and nested blocks side by side", () => {
    const item = ["object", { size: "number" }];
    expect(objectTypeOf(block)).toEqual([
      "object",
      {
        name: "string",
        any: "dynamic",
        labels: ["set", "string"],
        parts: ["list", item],
        holes: ["set", item],
        lid: item,
        named: ["map", item],
      },
    ]);
  });
});

describe("Values of a state", () => {
  const empty = { name: null, any: null, labels: null, parts: [], holes: [], lid: null, named: {} };

  test("are null, or empty blocks, where the state has nothing", () => {
    expect(valuesFromState({}, block)).toEqual(empty);
  });

  test("are null for a resource that is not there", () => {
    expect(valuesFromState(null, block)).toBeNull();
  });

  test("leave out what the schema no longer knows", () => {
    const state = { name: "a", gone: 1, parts: [{ size: 1, gone: true }] };
    expect(valuesFromState(state, block)).toEqual({ ...empty, name: "a", parts: [{ size: 1 }] });
  });

  test("have sets in one order", () => {
    expect(valuesFromState({ labels: ["b", "a"] }, block)).toEqual({ ...empty, labels: ["a", "b"] });
  });

  test("have dynamic values with their type", () => {
    const any = { type: ["tuple", ["string"]], value: ["a"] };
    expect(valuesFromState({ any }, block)).toEqual({ ...empty, any: new DynamicValue(any.type, ["a"]) });
  });

  test.each<[unknown, ValueType, Value]>([
    ["5", "number", 5],
    [5, "string", "5"],
    ["true", "bool", true],
  ])("read %j as %s, as Terraform converts", (json, type, value) => {
    expect(fromState(json, type)).toBe(value);
  });

  test.each<[unknown, ValueType, string]>([
    ["x", "number", 'the value must be a number, got "x"'],
    [["x"], "string", 'the value must be a string, got ["x"]'],
    [{ a: { b: "x" } }, ["object", { a: ["map", "bool"] }], 'a.b must be a bool, got "x"'],
    ["x", "dynamic", 'the value must be a dynamic, got "x"'],
  ])("refuse %j as %j", (json, type, message) => {
    expect(() => fromState(json, type)).toThrow(message);
  });
});

describe("Blocks that are not there", () => {
  test("become empty inside other blocks too", () => {
    const outer: BlockSchema = { attributes: {}, blocks: { outer: { nesting: "list", block } } };
    expect(withBlocks({ outer: [{ name: "a" }] }, outer)).toEqual({
      outer: [{ name: "a", parts: [], holes: [], lid: null, named: {} }],
    });
  });
});
