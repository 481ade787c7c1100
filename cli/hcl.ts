import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { App } from "cdktf";
import { compareReviewFiles, type ReviewFileDifference } from "../hcl-writer/compare-review-files";
import { buildApp } from "../stacks/build-app";
import { prepareStacks } from "../stacks/prepare-stacks";
import { renderStackHcl } from "../stacks/render-stack-hcl";
import { loadEstate } from "./load-estate";
import { prepareProcess } from "./prepare-process";
import { readArguments } from "./read-arguments";
import { reportError } from "./report-error";

const folder = "hcl";

/** `npm run hcl [-- <environment>] [-- --check]`: writes the files for review, or says how they are out of date. */
function hcl(argv: readonly string[]): number {
  const estate = loadEstate();
  const { only, flags } = readArguments("npm run hcl", argv, estate, ["check"]);
  const wanted = renderAll(buildApp(estate, { only }));
  const existing = readAll(only === undefined ? undefined : [...wanted.keys()]);
  const differences = compareReviewFiles(wanted, existing);
  if (flags.has("check")) return reportDifferences(differences);
  write(wanted, differences);
  console.log(`${folder}/: ${wanted.size} files, ${differences.length} changed`);
  return 0;
}

function renderAll(app: App): Map<string, string> {
  return new Map(prepareStacks(app).map((stack) => [`${stack.node.id}.tf`, renderStackHcl(stack)]));
}

/** The committed files; with names, only those. */
function readAll(names: readonly string[] | undefined): Map<string, string> {
  const present = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".tf")) : [];
  const read = present.filter((name) => names?.includes(name) ?? true);
  return new Map(read.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

function write(wanted: ReadonlyMap<string, string>, differences: readonly ReviewFileDifference[]): void {
  mkdirSync(folder, { recursive: true });
  for (const { name } of differences) {
    const text = wanted.get(name);
    if (text === undefined) rmSync(join(folder, name));
    else writeFileSync(join(folder, name), text);
  }
}

function reportDifferences(differences: readonly ReviewFileDifference[]): number {
  if (differences.length === 0) {
    console.log(`${folder}/ is up to date`);
    return 0;
  }
  for (const { name, kind, diff } of differences) console.error(`${folder}/${name} is ${kind}\n${diff}`);
  console.error(`Run "npm run hcl" and commit ${folder}/.`);
  return 1;
}

try {
  prepareProcess(process.env);
  process.exitCode = hcl(process.argv.slice(2));
} catch (error) {
  process.exitCode = reportError(error, process.env);
}
