import { formatResults, verdictOf, type Result } from "../../bench/result";

const result: Result = { goal: 1, what: "speed", unit: "×", value: 1, limit: 1.15, detail: "1 / 1 ms" };

describe("A bench result", () => {
  test.each([
    [1.15, 1.15, "pass"],
    [1.16, 1.15, "miss"],
    [Number.NaN, 1.15, "miss"],
    [1.16, undefined, "–"],
    [undefined, 1.15, "not measured"],
  ])("of %p against %p is: %s", (value, limit, verdict) => {
    expect(verdictOf({ ...result, value, limit })).toBe(verdict);
  });

  test("is one line of the table", () => {
    const memory: Result = { ...result, goal: 2, what: "memory", unit: "MiB", value: 300.4, limit: 400 };
    expect(formatResults([result, memory])).toMatchInlineSnapshot(`
     "goal  what    measured  limit    verdict  from
        1  speed   1.00×     1.15×    pass     1 / 1 ms
        2  memory  300 MiB   400 MiB  pass     1 / 1 ms"
    `);
  });
});
