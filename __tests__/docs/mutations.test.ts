import { readFileSync } from "node:fs";
import { join } from "node:path";
import { mutationDocs } from "../../scripts/mutation-docs";

describe("docs/mutations.md", () => {
  test('is up to date ("npm run docs" writes it)', () => {
    expect(readFileSync(join(__dirname, "..", "..", "docs", "mutations.md"), "utf8")).toBe(mutationDocs());
  });
});
