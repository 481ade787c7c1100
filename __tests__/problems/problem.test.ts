import { formatGiven, formatProblems, type Problem } from "../../problems/problem";

const cpu: Problem = {
  where: "services.api.cpu",
  must: "must be a Fargate size",
  got: "300",
  advice: "Use 256.",
};
const cidr: Problem = {
  where: "network.cidr",
  must: "must not have host bits",
  got: '"10.0.0.1/16"',
  advice: "Use 10.0.0.0/16.",
};

describe("formatProblems", () => {
  test("says source, place, rule, value and advice", () => {
    expect(formatProblems("environments/dev.ts", [cpu])).toMatchInlineSnapshot(`
     "environments/dev.ts: 1 problem
       services.api.cpu  must be a Fargate size, got 300. Use 256."
    `);
  });

  test("counts problems and aligns what they say", () => {
    expect(formatProblems("environments/dev.ts", [cpu, cidr])).toMatchInlineSnapshot(`
     "environments/dev.ts: 2 problems
       services.api.cpu  must be a Fargate size, got 300. Use 256.
       network.cidr      must not have host bits, got "10.0.0.1/16". Use 10.0.0.0/16."
    `);
  });

  test("goes on below a place that is long, and keeps the others aligned among themselves", () => {
    const long = { ...cpu, where: `environments/dev/backend.json:12:5 ${"x".repeat(20)}` };
    expect(formatProblems("environments/dev.ts", [cpu, long, cidr])).toMatchInlineSnapshot(`
     "environments/dev.ts: 3 problems
       services.api.cpu  must be a Fargate size, got 300. Use 256.
       environments/dev/backend.json:12:5 xxxxxxxxxxxxxxxxxxxx
           must be a Fargate size, got 300. Use 256.
       network.cidr      must not have host bits, got "10.0.0.1/16". Use 10.0.0.0/16."
    `);
  });

  test.each([
    [48, "same line"],
    [49, "next line"],
  ])("of a place of %d characters goes on in the %s", (length, line) => {
    const lines = formatProblems("dev.ts", [{ ...cpu, where: "x".repeat(length) }]).split("\n");
    expect(lines).toHaveLength(line === "same line" ? 2 : 3);
  });
});

describe("formatGiven", () => {
  test.each([
    ["text", '"text"'],
    ["", '""'],
    ['a "quoted" word', '"a \\"quoted\\" word"'],
    [300, "300"],
    [false, "false"],
    [null, "null"],
    [["a", 1], '["a",1]'],
    [{ a: 1 }, '{"a":1}'],
    [undefined, "nothing"],
  ])("shows %j as %s", (value, text) => {
    expect(formatGiven(value)).toBe(text);
  });

  test("shows a function, which JSON does not know", () => {
    expect(formatGiven(() => 1)).toContain("=>");
  });

  test("shows 80 characters of a long value at most", () => {
    expect(formatGiven("x".repeat(500))).toMatch(/^"x{76}…$/);
  });

  test("shows a value of 80 characters whole", () => {
    expect(formatGiven("x".repeat(78))).toBe(`"${"x".repeat(78)}"`);
  });
});
