import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { ConfigError } from "../../problems/config-error";
import { readStacks } from "../../terraform/stacks/read-stacks";
import { type ReadableStack } from "../../verify/estate/stack-files";
import { type Ledger } from "../../verify/ledger/ledger";
import { ledgerFolder, readLedger } from "../../verify/ledger/ledger-folder";
import { synthesizeBase } from "./base-side";
import { type Command } from "./read-command";
import { readTerraform } from "./verified-project";

/** What a change is compared with. */
export interface Base {
  readonly stacks: readonly ReadableStack[];
  /** As it was committed there; empty where nobody knows. */
  readonly ledger: Ledger;
}

/**
 * The side that `--base` or `--base-dir` names.
 *
 * @throws ConfigError unless there is exactly one of both
 */
export async function readBase(
  { values }: Command,
  env: NodeJS.ProcessEnv,
  progress: (text: string) => void,
): Promise<Base> {
  const { base, dir } = values;
  const folder = values["base-dir"];
  if ((base === undefined) === (folder === undefined)) throw notOne(base, folder);
  if (folder !== undefined) return { stacks: await stacksIn(folder, dir !== undefined), ledger: new Map() };
  if (dir !== undefined) throw needsFolder();
  return synthesizeBase({
    project: process.cwd(),
    base: base ?? "",
    env,
    progress,
    read: (project, stacks) => ({ stacks, ledger: readLedger(join(project, ledgerFolder)) }),
  });
}

async function stacksIn(folder: string, isPlain: boolean): Promise<readonly ReadableStack[]> {
  const isSynthesized = existsSync(join(folder, "manifest.json"));
  return isPlain && !isSynthesized ? [await readTerraform(folder)] : readStacks(resolve(folder));
}

function notOne(base: string | undefined, folder: string | undefined): ConfigError {
  const got = base === undefined && folder === undefined ? "neither" : "both";
  const advice = "Write --base origin/main, or --base-dir with a folder that holds the other side.";
  return new ConfigError("ecs-env", [
    { where: "--base", must: "must be given, or --base-dir, and not both", got, advice },
  ]);
}

function needsFolder(): ConfigError {
  const advice = "Check the other side out yourself and name its folder by --base-dir.";
  return new ConfigError("ecs-env", [
    { where: "--base", must: "must be a side of a cdktf project", got: "--dir", advice },
  ]);
}
