import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The TypeScript that one folder of the binding was compiled from. Its comments and types say what the JavaScript beside it
 * no longer does; every class file carries it in an inline source map.
 */
export function bindingSource(folder: string): string {
  const own = embeddedTypeScript(join(folder, "index.js"));
  // The largest resources keep their nested types in files of their own.
  const structs = join(folder, "index-structs");
  if (!existsSync(structs)) return own;
  const parts = readdirSync(structs).filter((name) => /^structs\d+\.js$/.test(name));
  return [own, ...parts.map((name) => embeddedTypeScript(join(structs, name)))].join("\n");
}

const marker = "//# sourceMappingURL=data:application/json;base64,";

function embeddedTypeScript(file: string): string {
  const bytes = readFileSync(file);
  const start = bytes.lastIndexOf(marker);
  if (start < 0) throw new Error(`${file} has no inline source map: this binding cannot be read.`);
  const base64 = bytes.toString("latin1", start + marker.length);
  const map: unknown = JSON.parse(Buffer.from(base64, "base64").toString("utf8"));
  const contents = isObject(map) ? map.sourcesContent : undefined;
  const source: unknown = Array.isArray(contents) ? contents[0] : undefined;
  if (typeof source !== "string") throw new Error(`The source map of ${file} does not contain its source.`);
  return source;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
