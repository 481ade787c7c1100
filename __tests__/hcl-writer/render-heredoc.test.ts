import { renderHeredoc } from "../../hcl-writer/render-heredoc";
import { renderAssigned } from "../../hcl-writer/render-value";

describe("text of several lines", () => {
  test("is a heredoc, indented with what is around it", () => {
    expect(renderHeredoc("a:\n  b: \"${ x }\"\n\nc: '\\n $${d}'\n", 1)).toBe(
      ["<<-EOT", "    a:", '      b: "${x}"', "", "    c: '\\n $${d}'", "  EOT"].join("\n"),
    );
  });

  test.each([
    ["has no second line", "a\n"],
    ["does not end with a line break", "a\nb"],
    ["is indented on every line", "  a\n  b\n"],
    ["ends a line with spaces nobody sees", "a \nb\n"],
    ["holds a carriage return", "a\r\nb\r\n"],
    ["holds a tab", "a\n\tb\n"],
    ["holds an invisible character", "a\u200b\nb\n"],
    ["holds the closing mark", "a\nEOT\nb\n"],
    ["trims its line breaks", "${ a ~}\nb\n"],
    ["holds a directive", "%{ if a }\nb\n%{ endif }\n"],
  ])("stays quoted when it %s", (_, text) => {
    expect(renderHeredoc(text, 0)).toBeUndefined();
  });

  test("aligns with its neighbours and takes a pair to several lines", () => {
    expect(renderAssigned([{ name: "A", longer: "a\nb\n" }], 0).split("\n")).toEqual([
      "[",
      "  {",
      '    name   = "A"',
      "    longer = <<-EOT",
      "      a",
      "      b",
      "    EOT",
      "  },",
      "]",
    ]);
  });

  test("stays quoted as an element of a list", () => {
    expect(renderAssigned(["a\nb\n"], 0)).toBe('["a\\nb\\n"]');
  });
});
