import { readFileSync } from "node:fs";
import { join } from "node:path";
import { environmentDocs } from "../../scripts/environment-docs";

describe("docs/environments.md", () => {
  const docs = environmentDocs();

  test('is up to date ("npm run docs" writes it)', () => {
    expect(readFileSync(join(__dirname, "..", "..", "docs", "environments.md"), "utf8")).toBe(docs);
  });

  test("says of every field what it means", () => {
    expect(docs.split("\n").filter((line) => line.endsWith("|  |"))).toEqual([]);
  });
});
