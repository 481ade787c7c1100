#!/usr/bin/env node
import { jsonError } from "./ecs-env/json-error";
import { PlainError } from "./ecs-env/plain-error";
import { readCommand, usage } from "./ecs-env/read-command";
import { runCommand } from "./ecs-env/run-command";
import { reportError } from "./report-error";

/** `ecs-env`: Terraform over the project's stacks, with AWS or without it. */
async function main(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const command = readCommand(argv);
  if (command.name === "help") {
    console.log(usage);
    return 0;
  }
  if (command.name !== "offline") return runCommand(command, command.name, env);
  // Loads the provider, which the other commands load while they synthesize.
  const { runWithProvider } = await import("./ecs-env/run-with-provider");
  return runWithProvider(command, env);
}

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
