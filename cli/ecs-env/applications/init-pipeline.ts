import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { ConfigError } from "../../../problems/config-error";
import { type PipelineFile, writePipelines } from "../../../pipelines/write-pipelines";
import { checkWritable } from "../check-writable";
import { type Command } from "../read-command";
import { readPipelineOptions } from "./pipeline-options";
import { pipelineProject } from "./pipeline-project";

/**
 * `ecs-env init pipeline <gitlab | bitbucket | github>`: writes the files of a CI into a repository.
 *
 * @throws ConfigError with everything that is wrong; nothing is written then.
 */
export async function initPipeline(command: Command): Promise<number> {
  const { dialect, options } = readPipelineOptions(command, pipelineProject(process.cwd()));
  const root = resolve(command.values["folder"] ?? ".");
  const files = writePipelines(dialect, options);
  if (!command.flags.has("force")) refuseOverwriting(root, files);
  checkWritable(root, "--folder");
  writeAll(root, files);
  for (const { path } of files) console.log(path);
  console.error("Read them, set what their comments name, and commit them. docs/pipelines.md says the rest.");
  return 0;
}

function refuseOverwriting(root: string, files: readonly PipelineFile[]): void {
  const problems = files
    .filter(({ path }) => existsSync(join(root, path)))
    .map(({ path }) => ({
      where: path,
      must: "must not be there yet",
      got: "a file",
      advice: "Add --force to overwrite it, or name another folder by --folder and compare.",
    }));
  if (problems.length > 0) throw new ConfigError("ecs-env init pipeline", problems);
}

/** All of them or none: whatever can fail happens beside the files that are there. */
function writeAll(root: string, files: readonly PipelineFile[]): void {
  const drafts = files.map(({ path }) => ({ target: join(root, path), draft: join(root, `${path}.new`) }));
  try {
    for (const [index, { text }] of files.entries()) {
      const draft = drafts[index]?.draft ?? "";
      mkdirSync(dirname(draft), { recursive: true });
      writeFileSync(draft, text);
    }
  } catch (error) {
    for (const { draft } of drafts) rmSync(draft, { force: true });
    throw error;
  }
  for (const { draft, target } of drafts) renameSync(draft, target);
}
