import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pictureDocs } from "../../scripts/picture-docs";

const folder = join(__dirname, "..", "..", "docs", "images");

describe("docs/images/", () => {
  test('is up to date ("npm run docs" writes it)', async () => {
    const files = readdirSync(folder).map(
      (name) => [name, readFileSync(join(folder, name), "utf8")] as const,
    );
    expect(new Map(files)).toEqual(await pictureDocs());
  });
});
