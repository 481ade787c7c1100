#!/usr/bin/env node
import { wrongUsage } from "../deploy/exit-codes";
import { endsAnywhere, isApplicationCommand } from "./ecs-env/applications/application-forms";
import { commandNames, type CommandName } from "./ecs-env/command-forms";
import { jsonError } from "./ecs-env/json-error";
import { ownPackage } from "./ecs-env/own-package";
import { PlainError } from "./ecs-env/plain-error";
import { type Command, commandNamed, readCommand } from "./ecs-env/read-command";
import { usageOf } from "./ecs-env/usage";
import { reportError } from "./report-error";

type Program = (command: Command, env: NodeJS.ProcessEnv) => Promise<number>;

const application = async () => (await import("./ecs-env/applications/run-application")).runApplication;

const programs: Readonly<Record<Exclude<CommandName, "plan" | "apply" | "destroy">, () => Promise<Program>>> =
  {
    offline: async () => (await import("./ecs-env/run-with-provider")).runWithProvider,
    verify: async () => (await import("./ecs-env/verify")).verify,
    reach: async () => (await import("./ecs-env/reach")).reach,
    review: async () => (await import("./ecs-env/review")).review,
    diagram: async () => (await import("./ecs-env/diagram")).diagram,
    delta: async () => (await import("./ecs-env/delta")).delta,
    ledger: async () => (await import("./ecs-env/ledger")).ledger,
    deploy: application,
    rollback: application,
    promote: application,
    status: application,
    sync: application,
    history: application,
    wait: application,
    run: application,
    logs: application,
    doctor: application,
    init: async () => (await import("./ecs-env/applications/init-pipeline")).initPipeline,
  };

/** `ecs-env`: Terraform over the project's stacks, with AWS or without it. */
async function main(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const command = readCommand(argv);
  if (command.name === "help") {
    console.log(usageOf(commandNames.find((name) => name === command.target)));
    return 0;
  }
  const { name } = command;
  if (name === "version") {
    console.log(ownPackage().version);
    return 0;
  }
  // Each loads only what it needs: Terraform's run, the provider, the rules, the drawing, AWS.
  if (name === "plan" || name === "apply" || name === "destroy") {
    const { runCommand } = await import("./ecs-env/run-command");
    return runCommand(command, name, env);
  }
  const run = await programs[name]();
  return run(command, env);
}

const given = process.argv.slice(2);
const named = commandNamed(given);

// Whoever reads the answer may stop reading: `ecs-env verify | head`. What changes something goes on to its end, unheard.
for (const output of [process.stdout, process.stderr]) {
  output.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    if (named === undefined || endsAnywhere(named)) process.exit();
  });
}

main(given, process.env).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const json = jsonError(given, error);
    if (json !== undefined) console.log(json);
    if (error instanceof PlainError) {
      console.error(error.message);
      process.exitCode = 1;
    } else process.exitCode = reportError(error, process.env);
    // Whatever else goes wrong in a command for applications has an exit code of its own by then.
    if (named !== undefined && isApplicationCommand(named)) process.exitCode = wrongUsage;
  },
);
