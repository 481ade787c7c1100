import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "@swc/core";

/**
 * Compiles `index.ts` so that each module is loaded when something of it is first used: a consumer who needs one construct
 * does not pay for the provider modules of all.
 */
const root = join(__dirname, "..");
const source = readFileSync(join(root, "index.ts"), "utf8");
const modules = [...source.matchAll(/from "(\.[^"]+)"/g)].flatMap(([, path]) => path ?? []);
const { code } = transformSync(source, {
  filename: "index.ts",
  jsc: { parser: { syntax: "typescript" }, target: "es2022" },
  module: { type: "commonjs", lazy: modules },
});
// Node finds the names for `import { … }` in ES modules by reading the text; getters are not seen, this line is.
const names = [...code.matchAll(/^ {4}get (\w+) \(\)/gm)].flatMap(([, name]) => name ?? []);
writeFileSync(join(root, "dist", "index.js"), `${code}\n0 && (module.exports = { ${names.join(", ")} });\n`);
