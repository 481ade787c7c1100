import { formatProblems } from "../../../problems/problem";
import { TemporaryEnvironments } from "./support/temporary-environments";

const environments = new TemporaryEnvironments();

function complaints(text: string): string[] {
  return environments
    .read(text)
    .problems.map(
      ({ where, must, got, advice }) => `${where.split(".json:")[1]} ${must}, got ${got}. ${advice}`,
    );
}

describe("malformed JSON", () => {
  test.each([
    [
      '[{ "name": "orders" },]',
      '1:23 must be valid JSON, got "]". Write a value here, or remove the comma before it.',
    ],
    [
      '[{ "name": "orders", }]',
      '1:22 must be valid JSON, got "}". Write a key in double quotes here, or remove the comma before it.',
    ],
    ['[{ "name" "orders" }]', '1:11 must be valid JSON, got "\\"". Put a colon between key and value.'],
    ['[{ "name": "a" "cpu": 1 }]', '1:16 must be valid JSON, got "\\"". Put a comma between the two.'],
    [
      "[{ 'name': 1 }]",
      '1:4 must be valid JSON, got "\'". Quote text with double quotes; bare words are only true, false and null.',
    ],
    [
      "[NaN]",
      '1:2 must be valid JSON, got "N". Quote text with double quotes; bare words are only true, false and null.',
    ],
    ['[{ "cpu": 1. }]', '1:11 must be valid JSON, got "1". Write digits after the point or the exponent.'],
    ["[{}] []", '1:6 must be valid JSON, got "[". Remove what follows the last bracket.'],
    ["[] // none", '1:4 must be valid JSON, got "/". Remove the comment: JSON has none.'],
    [
      '["a\nb"]',
      '1:2 must be valid JSON, got "\\"". Close the text with " on the same line; write a line break as \\n.',
    ],
    [
      '["a\tb"]',
      '1:2 must be valid JSON, got "\\"". Write control characters as \\n, \\t or \\u0000 escapes.',
    ],
    ['["\\x"]', '1:2 must be valid JSON, got "\\"". Write a backslash as \\\\.'],
    ['["\\u12"]', '1:2 must be valid JSON, got "\\"". Write four hexadecimal digits after \\u.'],
    ['[{ "name": "a"', "1:15 must be valid JSON, got the end of the file. Close the object with }."],
    ["[{}", "1:4 must be valid JSON, got the end of the file. Close the array with ]."],
  ])("gets a place and advice: %j", (text, expected) => {
    expect(complaints(text)[0]).toBe(expected);
  });

  test("is reported at most once per line and five times per file", () => {
    const lines = complaints("[\n" + "{ x y z },\n".repeat(20) + "]").map((line) => line.split(":")[0]);
    expect(lines).toEqual(["2", "3", "4", "5", "6"]);
  });

  test("counts line endings of every system as one line", () => {
    expect(complaints("[\r\n{},\r{},\n,]")[0]).toMatch(/^4:1 /);
  });
});

describe("key", () => {
  test("must not be there twice: both places are named", () => {
    const { problems } = environments.read('[{ "name": "orders",\n  "cpu": 1,\n  "cpu": 2 }]');
    expect(`\n${formatProblems("dev", problems)}\n`).toMatchInlineSnapshot(`
     "
     dev: 2 problems
       environments/dev/orders.json:2:3 containers[0].cpu
           must be the only field with this key, because JSON readers keep just one of two, got "cpu" twice. Remove one of the two.
       environments/dev/orders.json:3:3 containers[0].cpu
           must be the only field with this key, because JSON readers keep just one of two, got "cpu" twice. Remove one of the two.
     "
    `);
  });

  test("is named once per place when it is there three times", () => {
    expect(complaints('[{ "a": 1,\n"a": 2,\n"a": 3 }]').map((line) => line.split(":")[0])).toEqual([
      "1",
      "2",
      "3",
    ]);
  });

  test("is the same key when it is written with escapes", () => {
    expect(complaints('[{ "cpu": 1, "\\u0063pu": 2 }]')).toHaveLength(2);
  });

  test("may be in two containers", () => {
    expect(
      environments.read('[{ "name": "orders", "cpu": 1 }, { "name": "a", "image": "a:1", "cpu": 1 }]')
        .problems,
    ).toEqual([]);
  });

  test.each(["__proto__", "constructor", "prototype"])("must not be %s", (key) => {
    expect(complaints(`[{ "name": "orders", "dockerLabels": { "${key}": "x" } }]`)).toEqual([
      `1:40 containers[0].dockerLabels.${key} must not be a key to which JavaScript gives a meaning of its own, got "${key}". Choose another key.`,
    ]);
  });

  test("cannot reach the prototype of all objects", () => {
    environments.read('[{ "name": "orders", "__proto__": { "polluted": true } }]');
    expect({}).not.toHaveProperty("polluted");
  });

  test.each(["toString", "hasOwnProperty", "valueOf"])("that every object inherits is unknown: %s", (key) => {
    expect(complaints(`[{ "name": "orders", "${key}": 1 }]`)).toEqual([
      expect.stringContaining(`must be a field of an ECS container definition, got "${key}"`),
    ]);
  });

  test("may be a word of JavaScript where people choose keys", () => {
    expect(environments.read([{ name: "orders", dockerLabels: { toString: "x" } }]).problems).toEqual([]);
  });
});

describe("depth", () => {
  test("of 32 levels is still compared with the schema", () => {
    expect(complaints("[".repeat(32) + "]".repeat(32))[0]).toContain("must be an object");
  });

  test.each([33, 100_000])("of %d levels is refused before it is parsed", (depth) => {
    expect(complaints("[".repeat(depth) + "]".repeat(depth))).toEqual([
      "1:33 must be nested at most 32 levels deep, got level 33. Flatten it: about six levels are ever needed.",
    ]);
  });

  test("does not count brackets in texts", () => {
    expect(environments.read([{ name: "orders", command: ["[{".repeat(100)] }]).problems).toEqual([]);
  });
});
