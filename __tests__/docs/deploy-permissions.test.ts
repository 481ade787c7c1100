import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deployPermissionDocs } from "../../scripts/deploy-permission-docs";

describe("docs/deploy-permissions.md", () => {
  test('is up to date ("npm run docs" writes it)', () => {
    const written = readFileSync(join(__dirname, "..", "..", "docs", "deploy-permissions.md"), "utf8");
    expect(written).toBe(deployPermissionDocs());
  });
});
