import {
  blocksOf,
  booleanOf,
  isUnset,
  itemsOf,
  numberOf,
  referencesIn,
} from "../../../verify/values/plain-values";
import { JsonText, Reference, Template, Unknown, type Value } from "../../../verify/values/value";
import { aResource } from "./a-resource";

const arn = new Reference(aResource("aws_x.a"), "arn");
const id = new Reference(aResource("aws_x.b"), "id");
const unknown = new Unknown("var.size");

describe("number", () => {
  test.each<[Value, number | undefined]>([
    [30, 30],
    ["30", 30],
    ["1.5", 1.5],
    ["", undefined],
    [" ", undefined],
    ["30s", undefined],
    [true, undefined],
    [null, undefined],
    [unknown, undefined],
  ])("of %p is %p", (value, expected) => {
    expect(numberOf(value)).toBe(expected);
  });
});

describe("truth value", () => {
  test.each<[Value, boolean | undefined]>([
    [true, true],
    ["true", true],
    [false, false],
    ["false", false],
    [1, undefined],
    ["yes", undefined],
    [null, undefined],
    [unknown, undefined],
  ])("of %p is %p", (value, expected) => {
    expect(booleanOf(value)).toBe(expected);
  });
});

describe("items", () => {
  test.each<[string, Value | undefined, readonly Value[]]>([
    ["a list", ["a", "b"], ["a", "b"]],
    ["a single value", "a", ["a"]],
    ["an unknown value", unknown, [unknown]],
    ["nothing", null, []],
  ])("of %s", (_, value, expected) => {
    expect(itemsOf(value)).toEqual(expected);
  });
});

describe("blocks", () => {
  test.each<[string, Value, readonly Value[]]>([
    ["one block", { a: 1 }, [{ a: 1 }]],
    ["several", [{ a: 1 }, { a: 2 }], [{ a: 1 }, { a: 2 }]],
    ["an unknown list", unknown, []],
    ["none", null, []],
  ])("of %s", (_, value, expected) => {
    expect(blocksOf({ log: value }, "log")).toEqual(expected);
  });
});

test.each<[Value | undefined, boolean]>([
  [undefined, true],
  [null, true],
  [false, false],
  ["", false],
])("%p is left out: %p", (value, expected) => {
  expect(isUnset(value)).toBe(expected);
});

describe("references", () => {
  test.each<[string, Value | undefined, readonly Reference[]]>([
    ["a reference", arn, [arn]],
    ["a list and a map", [arn, { b: id }], [arn, id]],
    ["text", new Template(["x", arn, unknown]), [arn]],
    ["JSON", new JsonText([{ a: id }]), [id]],
    ["an expression that is made from one", new Unknown("f(aws_x.a.arn)", [arn]), [arn]],
    ["plain values", ["a", 1, null], []],
    ["nothing", undefined, []],
  ])("in %s", (_, value, expected) => {
    expect(referencesIn(value)).toEqual(expected);
  });
});
