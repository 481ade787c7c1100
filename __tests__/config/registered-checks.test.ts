import { readdirSync } from "node:fs";
import { join } from "node:path";
import { environmentChecks } from "../../config/environment-checks";
import { estateChecks } from "../../config/estate-checks";

const folder = join(__dirname, "../../config/checks");

/** Modules that help checks and hold none. */
const helpers = ["environment-check.ts", "production-check.ts", "estate-check.ts"];

async function checksIn(directory: string): Promise<readonly unknown[]> {
  const files = readdirSync(directory).filter((file) => file.endsWith(".ts") && !helpers.includes(file));
  const modules = await Promise.all(files.map((file) => import(join(directory, file)) as Promise<object>));
  return modules.flatMap((module) => Object.values(module));
}

describe("environmentChecks", () => {
  test("hold every check between fields", async () => {
    expect(new Set(environmentChecks)).toEqual(new Set(await checksIn(folder)));
  });

  test("hold each once", () => {
    expect(new Set(environmentChecks).size).toBe(environmentChecks.length);
  });
});

describe("estateChecks", () => {
  test("hold every check between environments", async () => {
    expect(new Set(estateChecks)).toEqual(new Set(await checksIn(join(folder, "estate"))));
  });

  test("hold each once", () => {
    expect(new Set(estateChecks).size).toBe(estateChecks.length);
  });
});
