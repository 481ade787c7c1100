import fc from "fast-check";
import { blotOut } from "../../../deploy/diagnosis/blot-out";

describe("blotOut", () => {
  test("leaves harmless lines as they are", () => {
    const lines = ["listening on 8080", "GET /orders 200 in 12 ms", ""];
    expect(blotOut(lines, ["production", "8080"])).toEqual(lines);
  });

  test.each([
    ["a value", "connecting with Tr0ub4dor&3 now", "connecting with [blotted out] now"],
    ["a value in a URL", "GET /?key=Tr0ub4dor%263", "GET /?key=[blotted out]"],
    ["a value inside of JSON", '{"note":"quote\\"d-value"}', '{"note":"[blotted out]"}'],
    ["a line of a value with several", "second-line-of-it", "[blotted out]"],
    ["the password of a URL", "auth failed for s3cr3t", "auth failed for [blotted out]"],
  ])("hides %s of a variable", (_, line, shown) => {
    const values = [
      "Tr0ub4dor&3",
      'quote"d-value',
      "first-line-of-it\nsecond-line-of-it",
      "postgres://u:s3cr3t@db/orders",
    ];
    expect(blotOut([line], values)).toEqual([shown]);
  });

  test("hides a value whole that holds another one", () => {
    expect(blotOut(["long-value-of-all"], ["long-value", "long-value-of-all"])).toEqual(["[blotted out]"]);
  });

  test("shows values that are too short to say anything", () => {
    expect(blotOut(["running in mode debug"], ["debug"])).toEqual(["running in mode debug"]);
  });

  test.each([
    ["password=hunter22", "a password"],
    ["key AKIAABCDEFGHIJKLMNOP", "an AWS access key id"],
    ["connect postgres://u:pw12@db/orders", "a password in a URL"],
  ])("hides the line %p, and says what it looked like", (line, kind) => {
    expect(blotOut([line], [])).toEqual([`[blotted out: the line holds what looks like ${kind}]`]);
  });

  test("hides a private key line by line", () => {
    const lines = [
      "before",
      "-----BEGIN RSA PRIVATE KEY-----",
      "abc",
      "-----END RSA PRIVATE KEY-----",
      "after",
    ];
    const hidden = "[blotted out]";
    expect(blotOut(lines, [])).toEqual(["before", hidden, hidden, hidden, "after"]);
  });

  test("hides the rest of a key whose beginning is not among the lines", () => {
    expect(blotOut(["M".repeat(64)], [])).toEqual(["[blotted out]"]);
  });

  test("cuts long lines after they were checked", () => {
    const [line = ""] = blotOut([`${"x ".repeat(198)}Tr0ub4dor&3`], ["Tr0ub4dor&3"]);
    expect(line).toHaveLength(401);
    expect(line).not.toContain("Tr0ub");
  });

  test("takes colours and control characters out", () => {
    expect(blotOut(["\u001b[31merror\u001b[0m\u0007 at start\r"], [])).toEqual(["error  at start"]);
  });

  test("shows no value of a variable, whatever the line", () => {
    const value = fc.string({ minLength: 8, maxLength: 30 }).filter((text) => text.trim().length >= 8);
    fc.assert(
      fc.property(value, fc.string(), fc.string(), (secret, before, after) => {
        const printable = secret.replaceAll(/[^ -~]/g, "?");
        const shown = blotOut([`${before}${printable}${after}`], [printable]).join("\n");
        expect(shown.replaceAll("[blotted out]", "")).not.toContain(printable);
      }),
      { seed: 3 },
    );
  });
});
