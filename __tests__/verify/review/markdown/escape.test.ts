import { code, fence, prose } from "../../../../verify/review/markdown/escape";
import { shortenPair, shortenValue } from "../../../../verify/review/markdown/shorten";

describe("A code span", () => {
  test.each([
    ["plain text", "aws_lb.it", "`aws_lb.it`"],
    ["backticks", "a`b``c", "```a`b``c```"],
    ["a backtick at an end", "`a", "`` `a ``"],
    ["a pipe, which would end a cell", "a|b", "`a\\|b`"],
    ["line breaks", "a\n\nb", "`a b`"],
  ])("holds %s", (_, text, expected) => {
    expect(code(text)).toBe(expected);
  });
});

describe("A fence", () => {
  test("is longer than any in its lines", () => {
    expect(fence("diff", ["````", "x"])).toEqual(["`````diff", "````", "x", "`````"]);
  });
});

describe("Prose", () => {
  test.each([
    ["HTML", "</details><b>", "&lt;/details&gt;&lt;b&gt;"],
    ["emphasis and tables", "*a* _b_ | ` [d]", "\\*a\\* \\_b\\_ \\| \\` \\[d\\]"],
    ["what stands between backticks as code", "add `moved`", "add `moved`"],
    ["line breaks", "a\n# b", "a # b"],
  ])("shows %s as text", (_, text, expected) => {
    expect(prose(text)).toBe(expected);
  });

  test.each(["@team", "#12", "!34", "%5", "$6", "&7"])("mentions nobody and nothing by %s", (text) => {
    expect(prose(`see ${text}`)).not.toContain(text);
  });

  test("makes no link of an address, but of a page that advice links to", () => {
    expect(prose("https://example.com/a/issues/1")).not.toContain("://");
    expect(prose("See https://docs.aws.amazon.com/dms/x_y.html#a")).toBe(
      "See https://docs.aws.amazon.com/dms/x_y.html#a",
    );
  });
});

describe("A long value", () => {
  test("is cut in the middle, with its length", () => {
    const text = shortenValue(`${"a".repeat(1000)}${"b".repeat(1000)}`);
    expect(text).toMatch(/^a{65} … b{65} \(2,000 characters\)$/);
  });

  test("is not cut inside of a character", () => {
    expect(shortenValue("😀".repeat(400))).not.toMatch(/\p{Cs}/u);
  });

  test("shows where it differs from another one", () => {
    const [old, now] = shortenPair(
      `${"a".repeat(500)}1${"b".repeat(500)}`,
      `${"a".repeat(500)}2${"b".repeat(500)}`,
    );
    expect(old).toBe(`…${"a".repeat(24)}1${"b".repeat(24)}…`);
    expect(now).toBe(`…${"a".repeat(24)}2${"b".repeat(24)}… (1,001 → 1,001 characters)`);
  });
});
