import { readFileSync } from "node:fs";
import { join } from "node:path";
import { offlineDocs } from "../../scripts/offline-docs";

const docs = join(__dirname, "..", "..", "docs");

describe("docs/offline-tables.md", () => {
  test('is up to date ("npm run docs" writes it)', () => {
    expect(readFileSync(join(docs, "offline-tables.md"), "utf8")).toBe(offlineDocs());
  });

  test("has no empty cell", () => {
    expect(
      offlineDocs()
        .split("\n")
        .filter((line) => /\|\s+\|/.test(line)),
    ).toEqual([]);
  });
});
