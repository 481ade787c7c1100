import { showGiven } from "../../../config/parsing/given";

const cycle: Record<string, unknown> = {};
cycle["self"] = cycle;

describe("showGiven", () => {
  test.each([
    [undefined, "nothing"],
    [null, "null"],
    ["a\nb", '"a\\nb"'],
    [NaN, "NaN"],
    [-Infinity, "-Infinity"],
    [10n, "10n"],
    [Symbol("s"), "a symbol"],
    [() => 1, "a function"],
    [{}, "{}"],
    [[], "[]"],
    [["a", 1], '["a",1]'],
    [[{}], "a list of 1 element"],
    [new Array(9).fill("a"), "a list of 9 elements"],
    [{ a: 1, b: 2 }, "an object with a, b"],
    [{ a: 1, b: 2, c: 3, d: 4, e: 5 }, "an object with a, b, c, d, …"],
    [cycle, "an object with self"],
    [[cycle], "a list of 1 element"],
  ])("shows %p as %p", (value, shown) => {
    expect(showGiven(value)).toBe(shown);
  });

  test("cuts long text", () => {
    expect(showGiven("x".repeat(1e5)).length).toBeLessThan(100);
  });

  test("cuts long keys", () => {
    expect(showGiven({ ["k".repeat(1e5)]: 1 }).length).toBeLessThan(100);
  });
});
