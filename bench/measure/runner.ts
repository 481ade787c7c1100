import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  runPlanCommand,
  runProgram,
  runSynthCommand,
  type CommandRun,
  type HowToRun,
  type ProgramName,
  type ProgramRun,
} from "./run-program";
import type { DeployRuns } from "../programs/deploy";
import type { Timing } from "./timing";
import { repository, type Workshop } from "./workshop";

/** Runs what is measured; tests measure something else. */
export interface Runner {
  program(name: ProgramName, how: HowToRun): ProgramRun;
  synthCommand(app: "four environments" | number, setup: "ours" | "init"): CommandRun;
  /** Plans offline: one environment, or all. */
  planCommand(environment: string | undefined): Timing;
  /** First deploys of a service, in turns: by `ecs-env`, and by a script that does the least. */
  deploys(rounds: number): DeployRuns;
  readonly hasTerraform: boolean;
  /** Times an expression in a new process. */
  load(expression: string): Timing;
  /** What the package's users load; undefined before `npm run build`. */
  readonly packageIndex: string | undefined;
}

export function makeRunner(workshop: Workshop): Runner {
  const packageIndex = join(repository, "dist", "index.js");
  return {
    program: (name, how) => runProgram(workshop, name, how),
    synthCommand: (app, setup) => runSynthCommand(workshop, app, setup),
    planCommand: (environment) => runPlanCommand(workshop, environment),
    deploys: (rounds) => runDeploys(workshop, rounds),
    hasTerraform: spawnSync("terraform", ["version"]).status === 0,
    load: timeLoading,
    packageIndex: existsSync(packageIndex) ? packageIndex : undefined,
  };
}

function runDeploys({ compiled }: Workshop, rounds: number): DeployRuns {
  const program = join("bench", "programs", "deploy.ts");
  const args = ["-r", "ts-node/register", program, compiled, String(rounds)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: repository, encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}

function timeLoading(expression: string): Timing {
  const script = `
    const { cpuUsage } = process;
    const [start, used] = [performance.now(), cpuUsage()];
    ${expression};
    const { user, system } = cpuUsage(used);
    console.log(JSON.stringify({ elapsed: performance.now() - start, processor: (user + system) / 1000 }));`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ["-e", script], {
    cwd: repository,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Timing;
}
