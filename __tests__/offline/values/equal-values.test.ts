import fc from "fast-check";
import { type ValueType } from "../../../offline/schema/schema";
import { equalValues } from "../../../offline/values/equal-values";
import { DynamicValue, unknown, type Value } from "../../../offline/values/value";
import { typeAndValue } from "./arbitrary-values";

const set: ValueType = ["set", "string"];

describe("Equality of values", () => {
  test("holds between a value and its copy", () => {
    fc.assert(
      fc.property(typeAndValue(false), ([type, value]) => {
        expect(equalValues(value, structuredCopy(value), type)).toBe(true);
      }),
    );
  });

  test.each<[Value | undefined, Value | undefined, ValueType | undefined]>([
    [["a", "b"], ["b", "a"], set],
    [{ x: ["a", "b"] }, { x: ["b", "a"] }, ["object", { x: set }]],
    [[["a", "b"]], [["b", "a"]], ["list", set]],
    [{ a: 1, b: null }, { a: 1 }, undefined],
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, undefined],
    [unknown, unknown, "string"],
    [null, undefined, "string"],
    [new DynamicValue(set, ["a", "b"]), new DynamicValue(set, ["b", "a"]), "dynamic"],
  ])("holds between %p and %p", (a, b, type) => {
    expect(equalValues(a, b, type)).toBe(true);
  });

  test.each<[Value, Value, ValueType | undefined]>([
    [
      ["a", "b"],
      ["b", "a"],
      ["list", "string"],
    ],
    [["a", "b"], ["b", "a"], undefined],
    [["a", "a"], ["a"], set],
    ["1", 1, undefined],
    ["null", null, "string"],
    [unknown, "?", "string"],
    [{ a: null }, {}, ["map", "string"]],
    [new DynamicValue("string", "1"), new DynamicValue("number", 1), "dynamic"],
    [[], {}, undefined],
  ])("does not hold between %p and %p", (a, b, type) => {
    expect(equalValues(a, b, type)).toBe(false);
  });
});

function structuredCopy(value: Value): Value {
  if (value instanceof DynamicValue) return new DynamicValue(value.type, structuredCopy(value.value));
  if (Array.isArray(value)) return value.map((item: Value) => structuredCopy(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, structuredCopy(inner)]),
  );
}
