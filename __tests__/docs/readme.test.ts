import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../support/run-command";
import { shopFolder } from "../support/shop";

const readme = readFileSync(join(repository, "README.md"), "utf8");

describe("README.md", () => {
  test("shows the environment file that we ship", () => {
    expect(readme).toContain(readFileSync(join(shopFolder, "environments", "dev.ts"), "utf8"));
  });

  test("names only npm scripts that exist", () => {
    const { scripts } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8"));
    const named = [...readme.matchAll(/npm run ([\w:-]*\w)/g)].map(([, name = ""]) => name);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  test("links only to files that exist", () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = ""]) => path);
    expect(links.filter((path) => !existsSync(join(repository, path)))).toEqual([]);
  });
});
