import { ConfigError } from "../../problems/config-error";
import { ConstructError, throwConstructProblems } from "../../problems/construct-error";
import type { Problem } from "../../problems/problem";

const problem: Problem = { where: "cpu", must: "must be a number", got: '"a"', advice: "Use 256." };

describe("ConfigError", () => {
  const error = new ConfigError("environments/dev.ts", [problem]);

  test("says what formatProblems says", () => {
    expect(error.message).toBe('environments/dev.ts: 1 problem\n  cpu  must be a number, got "a". Use 256.');
  });

  test("keeps its problems as data", () => {
    expect([error.name, error.source, error.problems]).toEqual([
      "ConfigError",
      "environments/dev.ts",
      [problem],
    ]);
  });
});

describe("ConstructError", () => {
  test("names the construct's path", () => {
    expect(new ConstructError("dev-network/Network", [problem])).toMatchObject({
      name: "ConstructError",
      constructPath: "dev-network/Network",
      message: expect.stringMatching(/^dev-network\/Network: 1 problem\n/),
    });
  });
});

describe("throwConstructProblems", () => {
  test("returns when there are none", () => {
    expect(() => throwConstructProblems("dev-network/Network", [])).not.toThrow();
  });

  test("throws all of them at once", () => {
    expect(() => throwConstructProblems("dev-network/Network", [problem, problem])).toThrow(ConstructError);
    expect(() => throwConstructProblems("dev-network/Network", [problem, problem])).toThrow("2 problems");
  });
});
