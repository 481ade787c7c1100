import { readFileSync } from "node:fs";
import { join } from "node:path";
import { estate } from "../../environments";

const folder = join(__dirname, "../../environments");
const names = estate.environments.map(({ name }) => name);

describe("Environment files", () => {
  test.each(names)("%s.ts is named like the environment that it exports", (name) => {
    expect(textOf(name)).toContain(`export const ${identifier(name)} = defineEnvironment(`);
  });

  test.each(names)("%s.ts holds literals only", (name) => {
    const code = textOf(name).replaceAll(/"[^"]*"|\/\*\*.*?\*\//gs, "");
    const words = code.match(/\b(if|for|while|function|process|new|await|require)\b|=>|`|\?|\.\.\./g) ?? [];
    expect(words).toEqual([]);
  });
});

function textOf(name: string): string {
  return readFileSync(join(folder, `${name}.ts`), "utf8");
}

/** `load-test` → `loadTest`. */
function identifier(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
