import { existsSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../../offline/rules/rules";

const folder = join(__dirname, "../../../offline/rules");

describe("rules", () => {
  test("have an id each", () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  test.each(rules.map(({ id }) => id))("%s is a file and has a test", (id) => {
    expect(existsSync(join(folder, `${id}.ts`))).toBe(true);
    expect(existsSync(join(__dirname, `${id}.test.ts`))).toBe(true);
  });

  test.each(rules.map((rule) => [rule.id, rule] as const))("%s names AWS's page", (_, { documentation }) => {
    expect(documentation).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/.+/);
  });
});
