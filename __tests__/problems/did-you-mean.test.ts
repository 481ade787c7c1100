import { alternatives, didYouMean, nearest } from "../../problems/did-you-mean";

const fields = ["name", "account", "memoryMiB", "memoryReservationMiB", "healthCheck"];

describe("nearest", () => {
  test.each([
    ["acount", "account"],
    ["ACCOUNT", "account"],
    ["healthcheck", "healthCheck"],
    ["memory", "memoryMiB"],
    ["health", "healthCheck"],
  ])("takes %s for %s", (given, meant) => {
    expect(nearest(given, fields)).toBe(meant);
  });

  test.each(["region", "acc", "", "x".repeat(1e5)])("takes %p for nothing", (given) => {
    expect(nearest(given, fields)).toBeUndefined();
  });

  test("finds nothing among no candidates", () => {
    expect(nearest("name", [])).toBeUndefined();
  });
});

describe("didYouMean", () => {
  test("asks for the near word", () => {
    expect(didYouMean("nmae", fields)).toBe('Did you mean "name"?');
  });

  test("lists the words where none is near", () => {
    expect(didYouMean("zzzzzz", ["single", "none"])).toBe('Use "single" or "none".');
  });
});

describe("alternatives", () => {
  test.each([
    [[], ""],
    [["a"], "a"],
    [["a", "b"], "a or b"],
    [[1, 2, 3], "1, 2 or 3"],
  ])("joins %j as %p", (words, joined) => {
    expect(alternatives(words)).toBe(joined);
  });
});
