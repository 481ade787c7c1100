import { Token } from "cdktf";
import { literalJson, literalText, literalTextAroundReferences } from "../../../constructs/text/literal-text";

describe("literalText", () => {
  test.each([
    ["${HOME}", "$${HOME}"],
    ["%{if x}", "%%{if x}"],
    ["a ${b} and ${c}", "a $${b} and $${c}"],
    ["${${nested}}", "$${$${nested}}"],
  ])("escapes the markers of %s", (text, literal) => {
    expect(literalText(text)).toBe(literal);
  });

  test.each(["", "$HOME", "100 %", "{a}", "$ {a}", "$(date)", 'quotes " and \\', "line\nbreak", "Grüße 🎉"])(
    "leaves %j alone",
    (text) => {
      expect(literalText(text)).toBe(text);
    },
  );
});

describe("literalTextAroundReferences", () => {
  test("escapes what people wrote", () => {
    expect(literalTextAroundReferences("${HOME} %{if}")).toBe("$${HOME} %%{if}");
  });

  test("leaves a reference as cdktf writes it", () => {
    const reference = Token.asString({ resolve: () => "value" });
    expect(literalTextAroundReferences(`https://${reference}/`)).toBe(`https://${reference}/`);
  });
});

describe("literalJson", () => {
  test("escapes the strings of lists and objects at every depth", () => {
    expect(literalJson([{ a: ["${x}"] }, "%{y}"])).toEqual([{ a: ["$${x}"] }, "%%{y}"]);
  });

  test("escapes keys", () => {
    expect(literalJson({ "${key}": 1 })).toEqual({ "$${key}": 1 });
  });

  test.each([0, 1.5, true, false, null])("keeps %p", (value) => {
    expect(literalJson(value)).toBe(value);
  });

  test("changes nothing in what it is given", () => {
    const given = Object.freeze({ list: Object.freeze(["${x}"]) });
    literalJson(given);
    expect(given).toEqual({ list: ["${x}"] });
  });
});
