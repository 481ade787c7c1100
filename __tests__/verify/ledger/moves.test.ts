import { StackFiles } from "../../../verify/estate/stack-files";
import { follow, isRemoved, movesOf } from "../../../verify/ledger/moves";

describe("Moves", () => {
  test.each([
    // A whole resource keeps its keys.
    ["aws_lb.a", "aws_lb.a", "aws_lb.b", "aws_lb.b"],
    ["aws_lb.a[1]", "aws_lb.a", "aws_lb.b", "aws_lb.b[1]"],
    ['aws_lb.a["x.y"]', "aws_lb.a", "module.m.aws_lb.a", 'module.m.aws_lb.a["x.y"]'],
    ["aws_lb.ab", "aws_lb.a", "aws_lb.b", "aws_lb.ab"],
    // With a key at either end, one instance is meant.
    ["aws_lb.a", "aws_lb.a", 'aws_lb.a["x"]', 'aws_lb.a["x"]'],
    ["aws_lb.a[0]", "aws_lb.a", 'aws_lb.a["x"]', "aws_lb.a[0]"],
    ["aws_lb.a[0]", "aws_lb.a[0]", 'aws_lb.a["x"]', 'aws_lb.a["x"]'],
    ["aws_lb.a[1]", "aws_lb.a[0]", 'aws_lb.a["x"]', "aws_lb.a[1]"],
    // Modules take everything with them.
    ["module.a.aws_lb.x[0]", "module.a", "module.b", "module.b.aws_lb.x[0]"],
    ["module.a[2].aws_lb.x", "module.a", "module.b", "module.b[2].aws_lb.x"],
    ["module.a.aws_lb.x", "module.a", 'module.a["k"]', 'module.a["k"].aws_lb.x'],
    ["module.a[1].aws_lb.x", "module.a", 'module.a["k"]', "module.a[1].aws_lb.x"],
    ["module.ab.aws_lb.x", "module.a", "module.b", "module.ab.aws_lb.x"],
  ])("of %s by %s → %s lead to %s", (address, from, to, expected) => {
    expect(follow(address, [{ from, to, module: "" }])).toBe(expected);
  });

  test("follow each other in any order", () => {
    const moves = [
      { from: "module.b", to: "module.c", module: "" },
      { from: "aws_lb.a", to: "module.b.aws_lb.a", module: "" },
    ];
    expect(follow("aws_lb.a", moves)).toBe("module.c.aws_lb.a");
  });

  test.each([
    ["module.m.aws_lb.a", "module.m.aws_lb.b"],
    ['module.m["x.y"].aws_lb.a[0]', 'module.m["x.y"].aws_lb.b[0]'],
    ["aws_lb.a", "aws_lb.a"],
    ["module.other.aws_lb.a", "module.other.aws_lb.a"],
    ["module.m.module.m.aws_lb.a", "module.m.module.m.aws_lb.a"],
  ])("of a module lead %s to %s", (address, expected) => {
    expect(follow(address, [{ from: "aws_lb.a", to: "aws_lb.b", module: "module.m." }])).toBe(expected);
  });

  test("are read from the modules that a stack calls, too", () => {
    const called = { configuration: { moved: { from: "aws_lb.a", to: "aws_lb.b" } } };
    const configuration = { module: { m: { source: "./m" } } };
    const stack = { name: "test", folder: "/test", dependencies: [], configuration, modules: { m: called } };
    const moves = movesOf(new StackFiles(stack, () => undefined));
    expect(moves).toEqual([{ from: "aws_lb.a", to: "aws_lb.b", module: "module.m." }]);
  });

  test("end in a circle", () => {
    const moves = [
      { from: "aws_lb.a", to: "aws_lb.b", module: "" },
      { from: "aws_lb.b", to: "aws_lb.a", module: "" },
    ];
    expect(follow("aws_lb.a", moves)).toBe("aws_lb.b");
  });
});

describe("Removals", () => {
  test.each([
    ["aws_lb.a", "aws_lb.a", true],
    ["aws_lb.a[0]", "aws_lb.a", true],
    ["module.m[0].aws_lb.a", "module.m", true],
    ['module.m["k"].aws_lb.a["x"]', "module.m.aws_lb.a", true],
    ["aws_lb.ab", "aws_lb.a", false],
    ["module.mm.aws_lb.a", "module.m", false],
  ])("of %s by %s: %p", (address, removal, expected) => {
    expect(isRemoved(address, [removal])).toBe(expected);
  });
});
