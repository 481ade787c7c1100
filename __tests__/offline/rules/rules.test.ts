import { readdirSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../../offline/rules/rules";

const folder = join(__dirname, "../../../offline/rules");

function filesIn(path: string): readonly string[] {
  return readdirSync(path, { recursive: true, encoding: "utf8" });
}

describe("rules", () => {
  test("have an id each", () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  test.each(rules.map(({ id }) => id))("%s is a file and has a test", (id) => {
    const [file, ...others] = filesIn(folder).filter((path) => path.endsWith(`/${id}.ts`));
    expect(others).toEqual([]);
    expect(filesIn(__dirname)).toContain(file?.replace(/\.ts$/, ".test.ts"));
  });

  test.each(rules.map((rule) => [rule.id, rule] as const))("%s names AWS's page", (_, { documentation }) => {
    expect(documentation).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/.+/);
  });
});
