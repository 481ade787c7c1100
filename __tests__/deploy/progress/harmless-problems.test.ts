import { harmlessProblems } from "../../../deploy/progress/harmless-problems";

const problem = { where: "image", must: "must be there", got: "nothing", advice: "Push it." };

describe("harmlessProblems", () => {
  test.each([
    ["an escape sequence", "\u001b[2J", "got \ufffd[2J."],
    ["a command of GitHub after a line break", "x\n::set-output name=a::b", "got x ::set-output name=a::b."],
    ["a command of Azure", "##vso[task.setvariable]", "got # #vso[task.setvariable]."],
    ["a section of GitLab", "section_start:1:a\r\u001b[0K", "got section_start:1:a \ufffd[0K."],
  ])("shows %s as plain text in one line", (_, got, shown) => {
    const text = harmlessProblems("dev/orders", [{ ...problem, got }]);
    expect(text.split("\n")).toEqual(["dev/orders: 1 problem", expect.stringContaining(shown)]);
  });

  test("tells a digest by its beginning", () => {
    const where = `image sha256:${"0a1b2c3d".repeat(8)}`;
    expect(harmlessProblems("dev/orders", [{ ...problem, where }])).toContain(
      "image sha256:0a1b2c3d0a1b  must",
    );
  });

  test("cuts what nobody would read to its end", () => {
    expect(harmlessProblems("dev/orders", [{ ...problem, where: "x".repeat(100_000) }]).length).toBeLessThan(
      1_200,
    );
  });
});
