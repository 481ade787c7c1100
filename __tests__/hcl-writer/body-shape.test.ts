import { readBodyShape } from "../../hcl-writer/body-shape";

function namesOfBlocks(attributes: unknown): string[] {
  return [...readBodyShape(attributes).blocks.keys()];
}

describe("shape of a body", () => {
  test("has a block where the bindings say so, in either spelling", () => {
    const attributes = {
      name: { value: "x", isBlock: false },
      setting: { value: [], isBlock: true },
      assume_role: { value: [], is_block: true },
    };
    expect(namesOfBlocks(attributes)).toEqual(["setting", "assume_role"]);
  });

  test("joins what the elements of a list say about nested blocks", () => {
    const value = [{ one: { isBlock: true } }, { two: { isBlock: true } }];
    expect(
      [
        ...(readBodyShape({ rule: { value, isBlock: true } })
          .blocks.get("rule")
          ?.blocks.keys() ?? []),
      ].sort(),
    ).toEqual(["one", "two"]);
  });

  test("takes objects for blocks in an untyped statement", () => {
    const statement = { value: { a: {} }, isBlock: false, storageClassType: "any" };
    expect(readBodyShape({ statement }).blocks.get("statement")?.untyped).toBe("objects");
  });

  test("takes a list of objects for blocks and an object for a map in an override", () => {
    expect(namesOfBlocks({ setting: [{ name: "a" }], tags: { a: "b" }, names: ["a"] })).toEqual(["setting"]);
  });

  test("takes lists of objects for blocks inside a value that is not known yet", () => {
    expect(
      readBodyShape({ setting: { value: new Date(0), isBlock: true } }).blocks.get("setting")?.untyped,
    ).toBe("lists");
  });
});
