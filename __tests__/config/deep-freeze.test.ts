import { deepFreeze } from "../../config/deep-freeze";

describe("deepFreeze", () => {
  test("freezes a tree with all it holds, lists included", () => {
    const tree = deepFreeze({ list: [{ value: 1 }], nothing: null, text: "x" });
    expect([tree, tree.list, tree.list[0]].every(Object.isFrozen)).toBe(true);
  });

  test("ends when a value holds itself", () => {
    const cycle: Record<string, unknown> = {};
    cycle["self"] = cycle;
    expect(Object.isFrozen(deepFreeze(cycle))).toBe(true);
  });
});
