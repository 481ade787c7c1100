#!/usr/bin/env node
import { readCommand, usage } from "./ecs-env/read-command";
import { runCommand } from "./ecs-env/run-command";
import { SynthesisError } from "./ecs-env/synthesize";
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
    if (error instanceof SynthesisError) {
      console.error(error.message);
      process.exitCode = 1;
    } else process.exitCode = reportError(error, process.env);
  },
);
