import { ProjectCopy } from "./project-copy";
import { type BesideOptions, runBeside } from "./run-beside";
import { type CommandResult, runCommand } from "./run-command";

/** A copy of this project in a git repository of its own; what it is now is the branch `main`. */
export class ProjectInGit extends ProjectCopy {
  constructor() {
    super();
    this.write(".gitignore", "node_modules\ncdktf.out\n");
    this.git("init", "-q", "-b", "main");
    this.commit();
  }

  git(...args: readonly string[]): string {
    const identity = ["-c", "user.name=test", "-c", "user.email=test@example.com"];
    const { status, stdout, stderr } = runCommand("git", [...identity, ...args], { cwd: this.folder });
    if (status !== 0) throw new Error(stderr);
    return stdout.trim();
  }

  commit(): void {
    this.git("add", "-A");
    this.git("commit", "-q", "-m", "x");
  }

  /** `ecs-env` while this process goes on. */
  beside(args: readonly string[], options: Omit<BesideOptions, "cwd"> = {}): Promise<CommandResult> {
    const program = ["-r", "ts-node/register", "cli/ecs-env.ts", ...args];
    return runBeside("node", program, { ...options, cwd: this.folder });
  }
}
