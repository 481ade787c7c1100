"use strict";

/**
 * Transpiler for ts-node (`tsconfig.json`): swc, as ts-node itself offers it, but each file is compiled once. The result is kept under
 * `node_modules/.cache`, named by the content of the file, the compiler's version and options, so that it can never be out of date.
 *
 * @see https://typestrong.org/ts-node/docs/transpilers#third-party-transpilers
 */
const { createHash } = require("node:crypto");
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");

const cache = join(__dirname, "..", "node_modules", ".cache", "cdktf-ecs-environments", "typescript");

exports.create = (options) => {
  const { version } = require("@swc/core/package.json");
  const settings = JSON.stringify([version, options.service.config.options]);
  let swc;
  return {
    transpile(input, { fileName }) {
      const key = createHash("sha1").update(settings).update(fileName).update(input).digest("hex");
      const file = join(cache, `${key}.json`);
      const kept = read(file);
      if (kept) return kept;
      // Loaded late: its binary takes longer to load than all kept files together.
      swc ??= require("ts-node/transpilers/swc").create(options);
      const result = swc.transpile(input, { fileName });
      keep(file, result);
      return result;
    },
  };
};

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
