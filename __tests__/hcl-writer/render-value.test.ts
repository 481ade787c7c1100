import { renderValue } from "../../hcl-writer/render-value";

function lines(value: Parameters<typeof renderValue>[0], depth = 0): string[] {
  return renderValue(value, depth).split("\n");
}

describe("value", () => {
  test.each([
    [true, "true"],
    [false, "false"],
    [null, "null"],
    [0, "0"],
    [[], "[]"],
    [{}, "{}"],
    [["a", 1, null], '["a", 1, null]'],
  ])("%j stands on one line", (value, hcl) => {
    expect(renderValue(value, 0)).toBe(hcl);
  });

  test("of a map stands on lines of their own, equals signs aligned", () => {
    expect(lines({ a: 1, long_name: 2 })).toEqual(["{", "  a         = 1", "  long_name = 2", "}"]);
  });

  test("of several lines interrupts the alignment", () => {
    expect(lines({ a: 1, nested: { b: 2 }, longer: 3 })).toEqual([
      "{",
      "  a = 1",
      "  nested = {",
      "    b = 2",
      "  }",
      "  longer = 3",
      "}",
    ]);
  });

  test("aligns keys by the columns people see", () => {
    expect(lines({ "ä b": 1, 漢字: 2, "e\u0301": 3, "a-b": 4 })).toEqual([
      "{",
      '  "ä b" = 1',
      '  "漢字"  = 2',
      '  "e\u0301"   = 3',
      "  a-b   = 4",
      "}",
    ]);
  });

  test("of up to two scalars in a list stands on one line", () => {
    expect(lines([{ name: "A", value: "b" }, { name: "C" }])).toEqual([
      "[",
      '  { name = "A", value = "b" },',
      '  { name = "C" },',
      "]",
    ]);
  });

  test("of more than two scalars in a list does not", () => {
    expect(lines([{ a: 1, b: 2, c: 3 }])).toEqual([
      "[",
      "  {",
      "    a = 1",
      "    b = 2",
      "    c = 3",
      "  },",
      "]",
    ]);
  });

  test("of a long list stands on lines of their own", () => {
    const list = Array.from({ length: 12 }, (_, index) => `element ${index}`);
    expect(lines(list)).toHaveLength(14);
    expect(lines(list.slice(0, 5))).toHaveLength(1);
  });

  test("is indented from its second line on", () => {
    expect(lines({ a: 1 }, 2)).toEqual(["{", "      a = 1", "    }"]);
  });
});
