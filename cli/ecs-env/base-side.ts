import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { ConfigError } from "../../problems/config-error";
import { formatGiven } from "../../problems/problem";
import { type Stack } from "../../terraform/stacks/stack";
import { interruptible } from "./interruptible";
import { PlainError } from "./plain-error";
import { type ProgramOptions, runProgram } from "./run-program";
import { synthesize } from "./synthesize";

export interface BaseSide<T> {
  /** Folder of the project, with `cdktf.json`. */
  readonly project: string;
  /** Git ref that the change is compared with. */
  readonly base: string;
  readonly env: NodeJS.ProcessEnv;
  /** Told what is being done. */
  readonly progress: (text: string) => void;
  /** Makes the answer, while the base is checked out: of the project's folder there, and its stacks. */
  readonly read: (project: string, stacks: readonly Stack[]) => T;
}

/** How each package manager installs exactly what its lock file says. */
const installers: Readonly<Record<string, readonly [program: string, ...args: string[]]>> = {
  "package-lock.json": ["npm", "ci", "--no-audit", "--no-fund"],
  "npm-shrinkwrap.json": ["npm", "ci", "--no-audit", "--no-fund"],
  "pnpm-lock.yaml": ["pnpm", "install", "--frozen-lockfile"],
  "yarn.lock": ["yarn", "install", "--immutable"],
};

/**
 * Synthesizes the project as it was where the change began: at the merge base of the ref and HEAD, in a worktree that is
 * removed again. Its packages are the present ones, unless the lock file differs: then its own are installed.
 *
 * A base without the project has no stacks.
 *
 * @throws ConfigError for a ref that does not exist, SynthesisError when the base cannot be synthesized.
 */
export async function synthesizeBase<T>({ project, base, env, progress, read }: BaseSide<T>): Promise<T> {
  const top = await topOfClone(project, env);
  const commit = await findBase(project, env, base);
  return interruptible(async (interrupted) => {
    const folder = mkdtempSync(join(tmpdir(), "ecs-env-base-"));
    const tree = join(folder, "tree");
    const out = join(folder, "out");
    try {
      progress(`checking out ${base}`);
      // The project's hooks are for its people: they may install, ask or refuse.
      await gitOutput(top, env, [
        "-c",
        "core.hooksPath=/dev/null",
        "worktree",
        "add",
        "--detach",
        "--force",
        tree,
        commit,
      ]);
      const own = join(tree, relative(top, project));
      if (!existsSync(join(own, "cdktf.json"))) return read(own, []);
      await providePackages(project, { cwd: own, env, interrupted }, progress);
      progress(`synthesizing ${base}`);
      const stacks = await synthesize({ project: own, out, target: undefined, env, interrupted });
      const moved = stacks.map((stack) =>
        movedTo(stack, [
          [own, project],
          [out, join(project, "cdktf.out")],
        ]),
      );
      return read(own, moved);
    } finally {
      await runProgram("git", ["worktree", "remove", "--force", tree], { cwd: top, env });
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

async function topOfClone(cwd: string, env: NodeJS.ProcessEnv): Promise<string> {
  const { code, stdout, stderr } = await runProgram("git", ["rev-parse", "--show-toplevel"], { cwd, env });
  if (code === 0) return stdout.trim();
  const advice = "Run it in a clone, or name a folder with the synthesized base by --base-dir.";
  const must = "must be looked up in a git clone";
  throw new ConfigError("review", [{ where: "--base", must, got: stderr.trim(), advice }]);
}

async function findBase(cwd: string, env: NodeJS.ProcessEnv, base: string): Promise<string> {
  const { code } = await runProgram("git", ["rev-parse", "--verify", "--quiet", `${base}^{commit}`], {
    cwd,
    env,
  });
  if (code !== 0) throw noSuchRef(base);
  const common = await runProgram("git", ["merge-base", base, "HEAD"], { cwd, env });
  if (common.code === 0) return common.stdout.trim();
  // Without the commit that both sides share, what others merged since would read as taken back.
  const shallow = await gitOutput(cwd, env, ["rev-parse", "--is-shallow-repository"]);
  if (shallow === "true") throw noSharedCommit(base);
  return base;
}

async function providePackages(
  project: string,
  base: ProgramOptions,
  progress: (text: string) => void,
): Promise<void> {
  const own = base.cwd;
  const lock = Object.keys(installers).find((name) => existsSync(join(own, name)));
  const installer = lock === undefined ? undefined : installers[lock];
  if (lock === undefined || !installer || isSameFile(join(project, lock), join(own, lock))) {
    const packages = join(project, "node_modules");
    if (existsSync(packages)) symlinkSync(packages, join(own, "node_modules"), "dir");
    return;
  }
  const [program, ...args] = installer;
  progress(`installing the packages of the base: ${lock} differs`);
  const { code, stdout, stderr } = await runProgram(program, args, base);
  if (code !== 0) {
    throw new PlainError(
      `The packages of the base could not be installed (${[program, ...args].join(" ")}):\n${stderr || stdout}`,
    );
  }
}

function isSameFile(one: string, other: string): boolean {
  return existsSync(one) && existsSync(other) && readFileSync(one).equals(readFileSync(other));
}

/** Absolute paths of the worktree, such as those of a local state, would read as changes. */
function movedTo(stack: Stack, moves: readonly (readonly [from: string, to: string])[]): Stack {
  const text = moves.reduce(
    (json, [from, to]) => json.replaceAll(inJson(from), inJson(to)),
    JSON.stringify(stack.configuration),
  );
  return { ...stack, configuration: JSON.parse(text) };
}

function inJson(path: string): string {
  return JSON.stringify(path).slice(1, -1);
}

async function gitOutput(cwd: string, env: NodeJS.ProcessEnv, args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runProgram("git", args, { cwd, env });
  if (code !== 0) throw new PlainError(`git ${args.join(" ")} failed:\n${stderr.trim()}`);
  return stdout.trim();
}

function noSharedCommit(base: string): ConfigError {
  const must = "must share a commit with HEAD in this clone";
  const advice = "The clone is shallow: git fetch --unshallow, or fetch more of both branches.";
  return new ConfigError("review", [{ where: "--base", must, got: formatGiven(base), advice }]);
}

function noSuchRef(base: string): ConfigError {
  const advice = "Fetch it first, such as: git fetch origin main; CI often clones one branch only.";
  return new ConfigError("review", [
    {
      where: "--base",
      must: "must be a commit, branch or tag of this clone",
      got: formatGiven(base),
      advice,
    },
  ]);
}
