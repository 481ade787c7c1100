import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rulesDocs } from "../../scripts/rules-docs";
import { adviceIds, knownGroups, waivableIds } from "../../verify/findings/known-rules";
import { type RuleDescription } from "../../verify/rules/rule";
import { rules } from "../../verify/rules/rules";
import { readSettings } from "../../verify/settings/read-settings";

const folder = join(__dirname, "..", "..", "verify", "rules");
const docs = rulesDocs();
const known = knownGroups.flatMap(({ rules }) => rules);
const written = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .flatMap((name) => [...readFileSync(join(folder, name), "utf8").matchAll(/^ +id: "([^"]+)",$/gm)])
  .map(([, id]) => id);
const pages = /^https:\/\/(docs\.aws\.amazon\.com|developer\.hashicorp\.com|registry\.terraform\.io)\//;

describe("docs/rules.md", () => {
  test('is up to date ("npm run docs" writes it)', () => {
    expect(readFileSync(join(__dirname, "..", "..", "docs", "rules.md"), "utf8")).toBe(docs);
  });

  test("has a section for each rule, and none for others", () => {
    expect([...docs.matchAll(/^### (.*)$/gm)].map(([, id]) => id)).toEqual(known.map(({ id }) => id));
  });

  test("shows a verify.json that is read", () => {
    const [, example = ""] = /```json\n(.*?)```/s.exec(docs) ?? [];
    const names = {
      rules: waivableIds,
      advice: adviceIds,
      environments: ["legacy-prod"],
      today: "2026-11-21",
    };
    expect(readSettings(example, names).waivers).toHaveLength(1);
  });
});

describe("Rules", () => {
  test("are all in the list", () => {
    const ids = rules.map(({ id }) => id);
    expect(written.filter((id) => !ids.includes(id ?? ""))).toEqual([]);
  });

  test("have ids of their own", () => {
    expect(new Set(known.map(({ id }) => id)).size).toBe(known.length);
  });

  test.each([
    ["have ids in kebab-case", ({ id }) => /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id)],
    ["say what holds, as a claim without a period", ({ title }) => /^[A-Z].*[^.]$/.test(title)],
    ["say in sentences what can happen", ({ why }) => /^[A-Z].*[.)]$/s.test(why)],
    ["say in sentences what to do", ({ fix }) => /^[A-Z`].*[.)]$/s.test(fix)],
    ["come from a page of AWS or of Terraform", ({ page }) => pages.test(page)],
  ] satisfies readonly (readonly [string, (rule: RuleDescription) => boolean])[])("%s", (_, holds) => {
    expect(known.filter((rule) => !holds(rule)).map(({ id }) => id)).toEqual([]);
  });
});
