"use strict";

/**
 * Lets Node load this repository's TypeScript: `node -r ./cli/typescript.js main.ts`. Types are not checked; `npm run types` does.
 *
 * It does what ts-node does with swc, without loading the TypeScript compiler, and compiles a file once: the result is kept under
 * `node_modules/.cache`, named by the content of the file and by the compiler's version, so that it can never be out of date.
 */
const { createHash } = require("node:crypto");
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const nodeModule = require("node:module");
const { join } = require("node:path");

const options = {
  jsc: { parser: { syntax: "typescript" }, target: "es2022" },
  module: { type: "commonjs" },
  sourceMaps: true,
  inlineSourcesContent: false,
};

const { version } = require("@swc/core/package.json");
const cache = join(__dirname, "..", "node_modules", ".cache", "cdktf-ecs-environments", "typescript");

/** Source map of each loaded file: text until a stack trace needs it. */
const maps = new Map();

require.extensions[".ts"] = (module, path) => {
  const { code, map } = compiled(path);
  maps.set(path, map);
  module._compile(code, path);
};

function compiled(path) {
  const source = readFileSync(path, "utf8");
  const key = createHash("sha1")
    .update(JSON.stringify([version, options, source]))
    .digest("hex");
  const file = join(cache, `${key}.json`);
  const kept = read(file);
  if (kept) return kept;
  // Loaded late: its binary takes longer to load than all cached files together.
  const { code, map } = require("@swc/core").transformSync(source, {
    ...options,
    filename: path,
    swcrc: false,
  });
  keep(file, { code, map });
  return { code, map };
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** In one step, as several processes may do it at once. Where nothing can be written, each start compiles again. */
function keep(file, result) {
  try {
    mkdirSync(cache, { recursive: true });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(result));
    renameSync(draft, file);
  } catch {
    return;
  }
}

/** Places in a stack trace are those of the source: environment files are explained by them. */
Error.prepareStackTrace = (error, frames) => {
  const lines = frames.map((frame) => `\n    at ${inSource(String(frame))}`);
  return `${error}${lines.join("")}`;
};

function inSource(frame) {
  const [place, path, line, column] = /(\/[^()]+\.ts):(\d+):(\d+)/.exec(frame) ?? [];
  const found = mapOf(path)?.findEntry(line - 1, column - 1) ?? {};
  const { originalLine, originalColumn } = found;
  if (originalLine === undefined) return frame;
  return frame.replace(place, `${path}:${originalLine + 1}:${originalColumn + 1}`);
}

function mapOf(path) {
  const map = maps.get(path);
  if (typeof map === "string") maps.set(path, new nodeModule.SourceMap(JSON.parse(map)));
  return maps.get(path);
}
