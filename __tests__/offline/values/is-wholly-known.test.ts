import { isWhollyKnown } from "../../../offline/values/is-wholly-known";
import { DynamicValue, unknown, type Value } from "../../../offline/values/value";

describe("A wholly known value", () => {
  test.each<Value | undefined>([
    null,
    undefined,
    "a",
    0,
    [],
    {},
    [{ a: ["b", null] }],
    new DynamicValue("string", "a"),
  ])("%p has nothing unknown inside", (value) => {
    expect(isWhollyKnown(value)).toBe(true);
  });

  test.each<Value>([unknown, [unknown], { a: { b: [unknown] } }, new DynamicValue("string", unknown)])(
    "%p has something unknown inside",
    (value) => {
      expect(isWhollyKnown(value)).toBe(false);
    },
  );
});
