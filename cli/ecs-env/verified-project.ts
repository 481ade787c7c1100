import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { ConfigError } from "../../problems/config-error";
import { didYouMean } from "../../problems/did-you-mean";
import { formatGiven } from "../../problems/problem";
import { type EnvironmentFiles, type Estate } from "../../verify/estate/estate";
import { readEstate } from "../../verify/estate/read-estate";
import { environmentOfStack, type ReadableStack } from "../../verify/estate/stack-files";
import { adviceIds, waivableIds } from "../../verify/findings/known-rules";
import { createLocate, type Locate } from "../../verify/findings/locate";
import { noSettings, readSettings, type VerifySettings } from "../../verify/settings/read-settings";
import { verifyFile } from "../../verify/settings/verify-file";
import { findStacks } from "./find-stacks";
import { type Command } from "./read-command";

/** A project as the commands that read files see it. */
export interface VerifiedProject {
  /** Folder that paths in answers begin in. */
  readonly root: string;
  readonly stacks: readonly ReadableStack[];
  readonly estate: Estate;
  readonly settings: VerifySettings;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly locate: Locate;
}

/** Reads the stacks that a command is about, and `verify.json`. */
export async function verifiedProject(
  command: Command,
  env: NodeJS.ProcessEnv,
  target?: string,
): Promise<VerifiedProject> {
  return projectOf(await readableStacks(command, env, target), command, target === undefined);
}

/**
 * The stacks with what `verify.json` says of them.
 *
 * @param isWhole whether all stacks are there: only then is an environment that `verify.json` names and that is not there a mistake
 */
export function projectOf(
  stacks: readonly ReadableStack[],
  { values }: Command,
  isWhole: boolean,
): VerifiedProject {
  const { dir } = values;
  const root = resolve(dir ?? ".");
  const today = new Date().toISOString().slice(0, 10);
  const environments = isWhole ? [...new Set(stacks.map(environmentOfStack))] : undefined;
  const file = values["settings"] ?? join(root, verifyFile);
  if (values["settings"] !== undefined && !existsSync(file)) throw missing("--settings", "file", file);
  const settings = existsSync(file)
    ? readSettings(readFileSync(file, "utf8"), {
        rules: waivableIds,
        advice: adviceIds,
        ...(environments && { environments }),
        today,
      })
    : noSettings;
  return {
    root,
    stacks,
    settings,
    today,
    estate: readEstate(stacks, settings.environments),
    locate: createLocate({
      root,
      read: (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : undefined),
      list: (folder) => (existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : []),
    }),
  };
}

/** The stacks of the project, or of the folder of plain Terraform that `--dir` names. */
export async function readableStacks(
  command: Command,
  env: NodeJS.ProcessEnv,
  target?: string,
): Promise<readonly ReadableStack[]> {
  const { dir } = command.values;
  if (dir === undefined) return findStacks(command, env, target);
  if (!existsSync(dir)) throw missing("--dir", "folder", dir);
  return [await readTerraform(dir)];
}

/** A folder of plain Terraform as a stack; the parser of HCL is loaded only for that. */
export async function readTerraform(folder: string): Promise<ReadableStack> {
  const [{ parse }, { readTerraformFolder }] = await Promise.all([
    import("@cdktf/hcl2json"),
    import("../../verify/sources/read-terraform-folder"),
  ]);
  return readTerraformFolder(folder, parse);
}

/**
 * The environment that a name means: its own, or that of one of its stacks.
 *
 * @param where what the name was given for
 * @throws ConfigError for another name
 */
export function environmentNamed(estate: Estate, name: string, where?: string): EnvironmentFiles {
  const found = findEnvironment(estate, name);
  if (!found) throw unknownNames(estate, [name], where);
  return found;
}

/** @throws ConfigError with every name that no environment or stack has */
export function checkNames(estate: Estate, names: readonly string[]): void {
  const unknown = names.filter((name) => !findEnvironment(estate, name));
  if (unknown.length > 0) throw unknownNames(estate, unknown);
}

function findEnvironment({ environments }: Estate, name: string): EnvironmentFiles | undefined {
  return environments.find(
    (environment) => environment.name === name || environment.stacks.some((stack) => stack.name === name),
  );
}

function unknownNames({ environments }: Estate, names: readonly string[], where = "argument"): ConfigError {
  const known = environments.flatMap(({ name, stacks }) => [name, ...stacks.map((stack) => stack.name)]);
  return new ConfigError(
    "stacks",
    names.map((name) => ({
      where,
      must: "must be an environment or stack",
      got: formatGiven(name),
      advice: didYouMean(name, known),
    })),
  );
}

/** What an option names is not there. */
export function missing(option: string, kind: "file" | "folder", path: string): ConfigError {
  const advice = `Name a ${kind} that exists.`;
  return new ConfigError("ecs-env", [
    { where: option, must: `must be a ${kind}`, got: formatGiven(path), advice },
  ]);
}
