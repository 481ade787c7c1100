#!/usr/bin/env node
import { readCommand, usage } from "./ecs-env/read-command";
import { runCommand } from "./ecs-env/run-command";
import { runWithProvider } from "./ecs-env/run-with-provider";
import { SynthesisError } from "./ecs-env/synthesize";
import { reportError } from "./report-error";

/** `ecs-env`: Terraform over the project's stacks, with AWS or without it. */
async function main(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const command = readCommand(argv);
  if (command.name === "help") {
    console.log(usage);
    return 0;
  }
  return command.name === "offline" ? runWithProvider(command, env) : runCommand(command, command.name, env);
}

main(process.argv.slice(2), process.env).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof SynthesisError) {
      console.error(error.message);
      process.exitCode = 1;
    } else process.exitCode = reportError(error, process.env);
  },
);
