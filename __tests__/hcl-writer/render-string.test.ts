import { escapeTemplates, renderKey, renderReference, renderString } from "../../hcl-writer/render-string";

describe("string", () => {
  test.each([
    ["text", '"text"'],
    ["", '""'],
    ['say "hi"', '"say \\"hi\\""'],
    ["back\\slash", '"back\\\\slash"'],
    ["a\nb\r\tc", '"a\\nb\\r\\tc"'],
    ["caffè ☃", '"caffè ☃"'],
    ["$${PRICE} %%{x}", '"$${PRICE} %%{x}"'],
    ["$5 100%", '"$5 100%"'],
  ])("%j is quoted", (text, hcl) => {
    expect(renderString(text)).toBe(hcl);
  });

  test.each([
    ["\u0000", '"\\u0000"'],
    ["\u200b", '"\\u200b"'],
    ["\u202e", '"\\u202e"'],
    ["\u{e0001}", '"\\U000e0001"'],
    ["\ud800", '"\\ufffd"'],
  ])("%j, which nobody sees, is escaped", (text, hcl) => {
    expect(renderString(text)).toBe(hcl);
  });

  test.each([
    ["${aws_vpc.main.id}", "aws_vpc.main.id"],
    ["${ {a = 1} }", "{ a = 1 }"],
    ["${~ a ~}", "a"],
  ])("%j, one expression, is bare", (text, hcl) => {
    expect(renderString(text)).toBe(hcl);
  });

  test.each([
    ["${a}${b}", '"${a}${b}"'],
    ["x-${a}", '"x-${a}"'],
    ['"${f("x")}"', '"\\"${f("x")}\\""'],
    ["%{ if a ~} b %{ endif }", '"%{if a~} b %{endif}"'],
  ])("%j stays a template", (text, hcl) => {
    expect(renderString(text)).toBe(hcl);
  });
});

describe("carriage return without a line feed", () => {
  test("is refused before an expression, which Terraform would not evaluate", () => {
    expect(() => renderString("a\r${local.b}")).toThrow("carriage return");
  });

  test.each(["a\r\n${local.b}", "${local.b}\r", "a\r$${b}"])("is no matter in %j", (text) => {
    expect(() => renderString(text)).not.toThrow();
  });
});

describe("reference", () => {
  test.each([
    ["aws.global", "aws.global"],
    ["${aws_vpc.main}", "aws_vpc.main"],
    ['tags["a b"]', 'tags["a b"]'],
    ["map(list(string))", "map(list(string))"],
  ])("%j is never quoted", (text, hcl) => {
    expect(renderReference(text)).toBe(hcl);
  });
});

describe("key", () => {
  test.each([
    ["name", "name"],
    ["a-b_1", "a-b_1"],
    ["1st", '"1st"'],
    ["a.b", '"a.b"'],
    ["for", '"for"'],
    ["true", '"true"'],
    ["", '""'],
    ["${local.a}", "(local.a)"],
    ["x ${local.a}", '"x ${local.a}"'],
  ])("%j is written as %s", (key, hcl) => {
    expect(renderKey(key)).toBe(hcl);
  });
});

describe("text that is no template", () => {
  test("is escaped in values and keys at any depth", () => {
    expect(escapeTemplates({ "${a}": ["%{b}", { c: "$${d}" }], e: 1 })).toEqual({
      "$${a}": ["%%{b}", { c: "$$${d}" }],
      e: 1,
    });
  });
});
