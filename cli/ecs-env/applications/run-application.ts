import { awsProblem } from "../../../deploy/aws/aws-problem";
import { exitCodes } from "../../../deploy/exit-codes";
import { PreconditionError } from "../../../deploy/precondition-error";
import { jsonLine } from "../../../deploy/progress/json-lines";
import { harmlessProblems } from "../../../deploy/progress/harmless-problems";
import { ConfigError } from "../../../problems/config-error";
import { awsTrouble } from "../../../deploy/rollout/aws-trouble";
import { reportError } from "../../report-error";
import { type Command } from "../read-command";
import { endsAnywhere, isApplicationCommand, type ApplicationCommandName } from "./application-forms";
import { interruptibly, sleepUntil } from "./interruption";
import { coloured, uncoloured } from "./paint";
import { type Ending, type ProgramInput } from "./program";
import { programs } from "./programs";
import { readRequests } from "./read-request";
import { showJson, showLive, showPlain, type ProgressShow } from "./show-progress";

/** `ecs-env deploy` and the other commands for applications. @throws ConfigError for options that cannot be read */
export async function runApplication(command: Command, env: NodeJS.ProcessEnv): Promise<number> {
  // The SDK warns of a Node that it will not support one day: nothing that the person at the terminal can mend here.
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";
  const show = showOf(command, env);
  const say = (text: string) => {
    show.pause();
    console.error(text);
  };
  const ticking = setInterval(show.tick, 1000).unref();
  let isInterrupted = false;
  try {
    const ending = await interruptibly({ endsAnywhere: endsAnywhere(command.name), say }, (interrupted) => {
      interrupted.addEventListener("abort", () => (isInterrupted = true));
      return attempt(command, env, { report: show.report, surroundings: surroundingsOf(interrupted) });
    });
    show.pause();
    write(ending, command.flags.has("json"));
    // A call of AWS that hangs would keep the process alive, and nobody waits for its answer any more.
    if (isInterrupted) process.stdout.write("", () => process.exit(ending.exitCode));
    return ending.exitCode;
  } finally {
    clearInterval(ticking);
  }
}

function surroundingsOf(interrupted: AbortSignal): ProgramInput["surroundings"] {
  return { now: Date.now, sleep: sleepUntil(interrupted), interrupted };
}

/** Progress goes to standard output: live for a person, line by line for a CI or a file, as JSON for programs. */
function showOf({ flags, values }: Command, env: NodeJS.ProcessEnv): ProgressShow {
  const output = process.stdout;
  if (flags.has("json")) return showJson(output, Date.now);
  const isCi = env["CI"] !== undefined && !["", "false", "0"].includes(env["CI"]);
  if (!output.isTTY || isCi || env["TERM"] === "dumb")
    return showPlain(output, Date.now, (values["service"] ?? "").split(","));
  return showLive(output, Date.now, env["NO_COLOR"] || flags.has("no-color") ? uncoloured : coloured);
}

async function attempt(
  command: Command,
  env: NodeJS.ProcessEnv,
  { report, surroundings }: Pick<ProgramInput, "report" | "surroundings">,
): Promise<Ending> {
  const { name } = command;
  if (!isApplicationCommand(name) || name === "init") throw new Error(`${name} has no program here.`);
  try {
    const requests = readRequests(command, env);
    return await programs[name]({ command, env, requests, report, surroundings });
  } catch (error) {
    // The command line is wrong: the caller says so, as for every command.
    if (error instanceof ConfigError) throw error;
    return endingOfError(name, error, env);
  }
}

function endingOfError(name: ApplicationCommandName, error: unknown, env: NodeJS.ProcessEnv): Ending {
  const ending = (exitCode: number, text: string, problems?: string): Ending => ({
    exitCode,
    ...(problems !== undefined && { problems }),
    json: [{ kind: "end", command: name, exitCode, services: [], error: text }],
  });
  if (error instanceof PreconditionError) {
    const text = harmlessProblems(error.source, error.problems);
    return ending(exitCodes.precondition, text, text);
  }
  // What nobody foresaw may have left something half done, unless the command only reads.
  const exitCode = endsAnywhere(name) ? exitCodes.precondition : exitCodes.failed;
  if (awsTrouble(error) !== undefined) {
    const text = harmlessProblems(name, [awsProblem(error, "AWS")]);
    return ending(exitCode, text, text);
  }
  reportError(error, env);
  return ending(exitCode, error instanceof Error ? error.message : String(error));
}

function write({ text, problems, json }: Ending, isJson: boolean): void {
  if (isJson) process.stdout.write(json.map((line) => `${jsonLine(line, Date.now())}\n`).join(""));
  else if (text !== undefined) process.stdout.write(`${text}\n`);
  if (problems !== undefined) console.error(problems);
}
