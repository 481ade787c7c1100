#!/usr/bin/env node
import { commandNames, type CommandName } from "./ecs-env/command-forms";
import { jsonError } from "./ecs-env/json-error";
import { PlainError } from "./ecs-env/plain-error";
import { type Command, readCommand } from "./ecs-env/read-command";
import { runCommand } from "./ecs-env/run-command";
import { usageOf } from "./ecs-env/usage";
import { reportError } from "./report-error";

type Program = (command: Command, env: NodeJS.ProcessEnv) => Promise<number>;

const programs: Readonly<Record<Exclude<CommandName, "plan" | "apply" | "destroy">, () => Promise<Program>>> =
  {
    offline: async () => (await import("./ecs-env/run-with-provider")).runWithProvider,
    verify: async () => (await import("./ecs-env/verify")).verify,
    reach: async () => (await import("./ecs-env/reach")).reach,
    review: async () => (await import("./ecs-env/review")).review,
    diagram: async () => (await import("./ecs-env/diagram")).diagram,
    delta: async () => (await import("./ecs-env/delta")).delta,
    ledger: async () => (await import("./ecs-env/ledger")).ledger,
  };

/** `ecs-env`: Terraform over the project's stacks, with AWS or without it. */
async function main(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const command = readCommand(argv);
  if (command.name === "help") {
    console.log(usageOf(commandNames.find((name) => name === command.target)));
    return 0;
  }
  const { name } = command;
  if (name === "plan" || name === "apply" || name === "destroy") return runCommand(command, name, env);
  // Each loads only what it needs: the provider, the rules, the drawing.
  const run = await programs[name]();
  return run(command, env);
}

// Whoever reads the answer may stop reading: `ecs-env verify | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

main(process.argv.slice(2), process.env).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const json = jsonError(process.argv.slice(2), error);
    if (json !== undefined) console.log(json);
    if (error instanceof PlainError) {
      console.error(error.message);
      process.exitCode = 1;
    } else process.exitCode = reportError(error, process.env);
  },
);
