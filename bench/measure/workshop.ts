import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { transformSync } from "@swc/core";
import { estate } from "../../environments";
import { buildApp } from "../../stacks/build-app";
import { configurationsOf } from "../l1/configurations";
import { writeProgram } from "../l1/write-program";

export const repository = join(__dirname, "..", "..");

const compiledFolders = ["addressing", "bench", "cli", "config", "constructs", "contract", "environments"];
const otherCompiledFolders = [
  "json-files",
  "secrets",
  "verify",
  "deploy",
  "pipelines",
  "hcl-writer",
  "limits",
  "offline",
  "problems",
  "stacks",
  "terraform",
  "testing",
];

/** A temporary folder with everything that is measured and not part of the repository. */
export interface Workshop {
  readonly folder: string;
  /** The generated L1 program, as source. */
  readonly layout: string;
  /** All our sources and the generated L1 program, compiled beforehand. */
  readonly compiled: string;
  /** A `tsconfig.json` that makes ts-node check types, as `cdktf init` sets projects up. */
  readonly typeCheckingProject: string;
}

/** Opens a workshop for as long as it is used. */
export function withWorkshop<Result>(use: (workshop: Workshop) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    return use(equip(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function equip(folder: string): Workshop {
  // Modules outside of the repository find the same packages.
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
  const sources = join(folder, "l1");
  const compiled = join(folder, "compiled");
  writePlainL1(sources);
  compile(sources, ".", join(compiled, "l1"));
  for (const room of [...compiledFolders, ...otherCompiledFolders]) compile(repository, room, compiled);
  const typeCheckingProject = join(folder, "tsconfig.json");
  const settings = JSON.parse(readFileSync(join(repository, "tsconfig.json"), "utf8"));
  const checked = { ...settings, "ts-node": { transpileOnly: false, swc: false } };
  writeFileSync(typeCheckingProject, JSON.stringify(checked));
  return { folder, layout: join(sources, "layout"), compiled, typeCheckingProject };
}

/** Writes the same four environments as L1 calls. */
export function writePlainL1(folder: string): void {
  mkdirSync(folder);
  const program = writeProgram(configurationsOf(buildApp(estate, { outdir: folder })));
  for (const [name, text] of program) writeFileSync(join(folder, name), text);
}

function compile(root: string, room: string, to: string): void {
  const names = readdirSync(join(root, room), { recursive: true, encoding: "utf8" });
  for (const name of names.filter((each) => each.endsWith(".ts"))) {
    const path = join(room, name);
    const { code } = transformSync(readFileSync(join(root, path), "utf8"), {
      filename: path,
      jsc: { parser: { syntax: "typescript" }, target: "es2022" },
      module: { type: "commonjs" },
    });
    const target = join(to, path.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, code);
  }
}
