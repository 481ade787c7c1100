import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repository, runCommand, type CommandResult } from "./run-command";
import { shopFolder } from "./shop";

const copied = new Set([
  ...["cli", "stacks", "config", "constructs", "contract", "limits", "problems", "addressing", "hcl-writer"],
  ...["terraform", "offline", "secrets", "verify", "json-files", "deploy", "pipelines"],
  ...["main.ts", "cdktf.json", "package.json", "tsconfig.json"],
]);

/**
 * A copy of this project with the shop's environments, in a folder of its own, to change files and run commands as its
 * user would.
 */
export class ProjectCopy {
  readonly folder = mkdtempSync(join(tmpdir(), "project-"));

  constructor() {
    for (const name of copied) cpSync(join(repository, name), join(this.folder, name), { recursive: true });
    cpSync(join(shopFolder, "environments"), join(this.folder, "environments"), { recursive: true });
    symlinkSync(join(repository, "node_modules"), join(this.folder, "node_modules"));
  }

  /** `npm start` and `npm run hcl` without npm's own output. */
  run(script: "start" | "hcl", ...args: string[]): CommandResult {
    return this.start(`cli/${script}.ts`, args);
  }

  /** `ecs-env`, as `npm run plan` starts it. */
  ecsEnv(...args: string[]): CommandResult {
    return this.start("cli/ecs-env.ts", args);
  }

  private start(program: string, args: readonly string[]): CommandResult {
    return runCommand("node", ["-r", "ts-node/register", program, ...args], { cwd: this.folder });
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), "utf8");
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.folder, path), text);
  }

  /** Replaces text that must be there. */
  edit(path: string, before: string, after: string): void {
    const text = this.read(path);
    if (!text.includes(before)) throw new Error(`${path} does not hold ${before}`);
    this.write(
      path,
      text.replace(before, () => after),
    );
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
