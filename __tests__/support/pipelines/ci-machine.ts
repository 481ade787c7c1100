import { spawn } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type CommandResult, repository, runCommand } from "../run-command";
import { type RunnableJob } from "./read-pipeline";

/** `docker`, `aws` and others that write down what they are asked, and fail on what they do not know. */
const stubs: Readonly<Record<string, string>> = {
  docker: `
    case "$1 $2" in
      "login --username") read -r password; [ -n "$password" ] && echo "$5" >> "$CI_MACHINE/logged-in" ;;
      "manifest inspect") grep -qx "$3" "$CI_MACHINE/pushed" ;;
      "build --platform") [ -f "$6/Dockerfile" ] && echo "$5" >> "$CI_MACHINE/built" ;;
      "push "*) grep -qx "\${2%%/*}" "$CI_MACHINE/logged-in" && grep -qx "$2" "$CI_MACHINE/built" && echo "$2" >> "$CI_MACHINE/pushed" ;;
      *) exit 97 ;;
    esac`,
  aws: `
    [ "$1 $2 $3" = "ecr get-login-password --region" ] || exit 97
    [ -s "$AWS_WEB_IDENTITY_TOKEN_FILE" ] || exit 98
    echo "$AWS_ROLE_ARN in $4" >> "$CI_MACHINE/roles"
    echo password`,
  npm: `
    case "$*" in
      ci) ;;
      start) [ ! -d stacks ] || { mkdir -p cdktf.out && cp -R stacks cdktf.out; } ;;
      "run lint" | test) [ ! -f "fails-$*" ] ;;
      "install --global cdktf-ecs-environments@0.1.0") cp "$CI_MACHINE/ecs-env" "$CI_MACHINE/bin/ecs-env" ;;
      *) exit 97 ;;
    esac`,
  apk: `[ "$1 $2" = "add --no-cache" ] || exit 97`,
  gh: `cat "$CI_MACHINE/approved"`,
  // Jobs are over before a token is: nothing is renewed here.
  sleep: "exit 1",
};

/** Where a CI's job runs: a clone of a repository, the tools of its image, and nothing left over from the job before. */
export class CiMachine {
  private readonly folder = mkdtempSync(join(tmpdir(), "ci-machine-"));
  private readonly clone = join(this.folder, "clone");

  constructor(services: readonly string[]) {
    for (const folder of ["bin", "clone", ...services.map((name) => join("clone", name))])
      mkdirSync(join(this.folder, folder));
    for (const name of ["built", "pushed", "logged-in", "roles", "calls"]) this.write(name, "");
    this.write("approved", "false\n");
    for (const [name, script] of Object.entries(stubs))
      this.program(join("bin", name), `${recording}\n${script}`);
    const node = `node -r ${repository}/node_modules/ts-node/register ${repository}/cli/ecs-env.ts`;
    this.program(
      "ecs-env",
      `${recording}\nexec env TS_NODE_PROJECT=${repository}/tsconfig.json ${node} "$@" --poll 0.05`,
    );
    for (const name of [".", ...services])
      writeFileSync(join(this.clone, name, "Dockerfile"), "FROM scratch\n");
    this.git("init", "-q", "-b", "main");
    this.commit("first");
  }

  /** Runs a job as its CI does; variables in braces or after a dollar come from what is given. */
  async run(job: RunnableJob, given: Readonly<Record<string, string>>): Promise<CommandResult> {
    rmSync(join(this.folder, "bin", "ecs-env"), { force: true });
    const exported = join(this.folder, "github-env");
    writeFileSync(exported, "");
    const own = Object.entries(job.variables).map(([name, value]) => [name, expand(value, given)]);
    const variables = {
      ...given,
      ...Object.fromEntries(own),
      ...(given["SERVICES"] && { SERVICES: given["SERVICES"] }),
      GITHUB_ENV: exported,
      RUNNER_TEMP: this.folder,
      CI_MACHINE: this.folder,
      PATH: `${join(this.folder, "bin")}:${process.env["PATH"]}`,
      HOME: this.folder,
      TMPDIR: this.folder,
    };
    const output = { stdout: "", stderr: "" };
    for (const shell of job.shells) {
      const { status, stdout, stderr } = await this.shell(shell, { ...variables, ...this.exported() });
      output.stdout += stdout;
      output.stderr += stderr;
      if (status !== 0) return { status, ...output };
    }
    return { status: 0, ...output };
  }

  /** Commands of stubs and of ecs-env so far. */
  calls(program: string): readonly string[] {
    return this.lines("calls").filter((line) => line.startsWith(`${program} `));
  }

  /** Lines of a file that stubs write: `pushed`, `roles`. */
  lines(name: string): readonly string[] {
    return readFileSync(join(this.folder, name), "utf8").split("\n").filter(Boolean);
  }

  /** A file of the repository. */
  readFile(path: string): string {
    return readFileSync(join(this.clone, path), "utf8");
  }

  writeFile(path: string, text: string): void {
    mkdirSync(dirname(join(this.clone, path)), { recursive: true });
    writeFileSync(join(this.clone, path), text);
  }

  approve(): void {
    this.write("approved", "true\n");
  }

  /** `lint` or `test` fails from now on. */
  break(command: "run lint" | "test"): void {
    writeFileSync(join(this.clone, `fails-${command}`), "");
  }

  commit(message: string): string {
    appendFileSync(join(this.clone, "file"), message);
    this.git("add", "-A");
    this.git("commit", "-q", "-m", message);
    return this.git("rev-parse", "HEAD");
  }

  git(...args: readonly string[]): string {
    const identity = ["-c", "user.name=test", "-c", "user.email=test@example.com"];
    const { status, stdout, stderr } = runCommand("git", [...identity, ...args], { cwd: this.clone });
    if (status !== 0) throw new Error(stderr);
    return stdout.trim();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  /** POSIX shell without bash's additions: images of CIs differ in theirs. */
  private shell(script: string, env: Readonly<Record<string, string>>): Promise<CommandResult> {
    const child = spawn("sh", ["-e", "-c", script], {
      cwd: this.clone,
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const output = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
    return new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (status) => resolve({ status, ...output }));
    });
  }

  /** What a step of GitHub left for the next ones. */
  private exported(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      this.lines("github-env").map((line) => [
        line.slice(0, line.indexOf("=")),
        line.slice(line.indexOf("=") + 1),
      ]),
    );
  }

  private program(path: string, script: string): void {
    this.write(path, `#!/bin/sh\n${script}\n`);
    chmodSync(join(this.folder, path), 0o755);
  }

  private write(path: string, text: string): void {
    writeFileSync(join(this.folder, path), text);
  }
}

const recording = 'echo "$(basename "$0") $*" >> "$CI_MACHINE/calls"';

/** GitLab's `$NAME` and GitHub's `${{ vars.NAME }}`. */
function expand(value: string, given: Readonly<Record<string, string>>): string {
  return value
    .replace(/\$\{\{ (?:github|vars|secrets|inputs)\.(\w+) \}\}/g, (_, name: string) => given[name] ?? "")
    .replace(/\$(\w+)/g, (_, name: string) => given[name] ?? "");
}
