import {
  asItems,
  asTexts,
  isAbsent,
  item,
  items,
  text,
  texts,
  textsAt,
} from "../../../offline/values/reading";
import { unknown, type Value } from "../../../offline/values/value";
import { withoutUnknown } from "../../../offline/values/without-unknown";

describe("Reading", () => {
  test.each<[Value]>([[null], [unknown], [""], [7], [["a"]]])("finds no text in %p", (value) => {
    expect(text({ name: value }, "name")).toBeUndefined();
  });

  test("leaves out texts that are unknown or empty", () => {
    expect(texts({ subnets: ["a", unknown, ""] }, "subnets")).toEqual(["a"]);
  });

  test("keeps empty texts of a value read as it is", () => {
    expect(asTexts(["a", unknown, ""])).toEqual(["a", ""]);
  });

  test("leaves out what is no object", () => {
    expect(asItems([{ a: 1 }, unknown, "b"])).toEqual([{ a: 1 }]);
  });

  test("reads a block that nests as one object like a list of one", () => {
    expect(items({ block: { a: 1 } }, "block")).toEqual([{ a: 1 }]);
    expect(item({ block: [{ a: 1 }] }, "block")).toEqual({ a: 1 });
  });

  test("does not take the unknown for absent", () => {
    expect(isAbsent({ name: unknown }, "name")).toBe(false);
  });

  test.each([[undefined], [null], [""], [[]]])("takes %p for absent", (value) => {
    expect(isAbsent(value === undefined ? {} : { name: value }, "name")).toBe(true);
  });

  test("follows a path through blocks to a text or a list", () => {
    const values = { config: [{ subnets: ["a", "b"] }, { subnets: "c" }] };
    expect(textsAt(values, "config.subnets")).toEqual(["a", "b", "c"]);
  });

  test("puts null where something is unknown, at any depth", () => {
    expect(withoutUnknown({ a: unknown, b: [{ c: unknown, d: 1 }] })).toEqual({
      a: null,
      b: [{ c: null, d: 1 }],
    });
  });
});
