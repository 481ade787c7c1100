import fc from "fast-check";
import { type ValueType } from "../../../offline/schema/schema";
import { valuesFromJson, valuesToJson } from "../../../offline/values/json-values";
import { DynamicValue, unknown, type Values } from "../../../offline/values/value";
import { arbitraryType, arbitraryValue } from "./arbitrary-values";

const values = fc
  .dictionary(
    fc.string({ minLength: 1, maxLength: 3 }).filter((name) => name !== "__proto__"),
    arbitraryType,
  )
  .chain((types) => arbitraryValue(["object", types], false));

describe("Values as plain JSON", () => {
  test("come back exactly", () => {
    fc.assert(
      fc.property(values, (value) => {
        const object: Values = { value };
        expect(valuesFromJson(JSON.parse(JSON.stringify(valuesToJson(object))))).toEqual(object);
      }),
      { numRuns: 200 },
    );
  });

  test("look as a person would write them", () => {
    const written = { name: "a", ports: [80], tags: { owner: "dev" }, none: null };
    expect(valuesToJson(written)).toEqual(written);
  });

  test("name the type of a dynamic value", () => {
    const type: ValueType = ["list", "string"];
    expect(valuesToJson({ a: new DynamicValue(type, ["x"]) })).toEqual({
      a: { $dynamic: { type, value: ["x"] } },
    });
  });

  test.each<Values>([
    { $dynamic: { type: "string", value: "x" } },
    { map: { $dynamic: { type: "string", value: "x" } } },
    { map: { $$dynamic: "x" } },
  ])("keep a name that looks like a dynamic value's: %j", (value) => {
    expect(valuesFromJson(valuesToJson(value))).toEqual(value);
  });

  test("must be known", () => {
    expect(() => valuesToJson({ id: unknown })).toThrow("id must be known to be stored");
  });

  test("must be an object", () => {
    expect(() => valuesFromJson([1])).toThrow("values must be a JSON object, got [1]");
  });
});
