import fc from "fast-check";
import { type ValueType } from "../../../offline/schema/schema";
import { decodeValue, encodeValue } from "../../../offline/values/message-pack";
import { DynamicValue, unknown, type Value } from "../../../offline/values/value";
import { typeAndValue } from "./arbitrary-values";

function hex(value: Value, type: ValueType): string {
  return Buffer.from(encodeValue(value, type)).toString("hex");
}

function read(bytes: string, type: ValueType): Value {
  return decodeValue(Buffer.from(bytes, "hex"), type);
}

describe("Terraform's MessagePack", () => {
  test("gives back every value that it writes", () => {
    fc.assert(
      fc.property(typeAndValue(true), ([type, value]) => {
        expect(decodeValue(encodeValue(value, type), type)).toEqual(value);
      }),
      { numRuns: 300 },
    );
  });

  test("writes an unknown value as extension 0", () => {
    expect(hex(unknown, "string")).toBe("d40000");
  });

  test("reads an unknown value of which something is known (not null) as unknown", () => {
    expect(read("c7030c8101c2", "string")).toBe(unknown);
  });

  test("reads an unknown value inside a list", () => {
    expect(read("92a161d40000", ["list", "string"])).toEqual(["a", unknown]);
  });

  test.each([
    [1, "01"],
    [9007199254740991, "cf001fffffffffffff"],
    [0.1, "a3302e31"],
  ])("writes the number %p so that Terraform reads exactly what the configuration says", (value, bytes) => {
    expect(hex(value, "number")).toBe(bytes);
  });

  test.each(["__proto__", "constructor", "toString", "$dynamic"])("keeps %p as the key of a map", (key) => {
    const tags = Object.fromEntries([
      ["Name", "__proto__"],
      [key, "x"],
    ]);
    const decoded = decodeValue(encodeValue(tags, ["map", "string"]), ["map", "string"]);
    expect(Object.entries(decoded ?? {})).toEqual(Object.entries(tags));
  });

  test("reads a number that was sent as decimal text", () => {
    expect(read("a3302e31", "number")).toBe(0.1);
  });

  test("writes a dynamic value as its type in JSON and itself", () => {
    const bytes = Buffer.from(JSON.stringify(["list", "string"])).toString("hex");
    expect(hex(new DynamicValue(["list", "string"], ["a"]), "dynamic")).toBe(`92c411${bytes}91a161`);
  });

  test("infers the type of a plain value where the schema says dynamic", () => {
    const value = { a: [1, "b"] };
    expect(decodeValue(encodeValue(value, "dynamic"), "dynamic")).toEqual(
      new DynamicValue(["object", { a: ["tuple", ["number", "string"]] }], value),
    );
  });

  test("writes null for an attribute that is absent", () => {
    const type: ValueType = ["object", { a: "string", b: "bool" }];
    expect(decodeValue(encodeValue({ a: "x" }, type), type)).toEqual({ a: "x", b: null });
  });

  test("writes a set in the same order, however it is given", () => {
    const type: ValueType = ["set", ["object", { a: "string" }]];
    expect(hex([{ a: "z" }, { a: "b" }], type)).toBe(hex([{ a: "b" }, { a: "z" }], type));
  });

  test.each<[Value, ValueType, string]>([
    ["x", "number", 'the value must be a number, got "x"'],
    [{ a: [1] }, ["object", { a: ["list", "string"] }], "a.0 must be a string, got 1"],
    [{ b: 1 }, ["object", { a: "string" }], "b is not in the schema"],
    ["x", ["list", "string"], 'the value must be a list, got "x"'],
  ])("refuses to write %j as %j", (value, type, message) => {
    expect(() => encodeValue(value, type)).toThrow(message);
  });
});
