import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Flow } from "../../terraform/flow/flow";
import { findTerraform } from "../../terraform/run/find-terraform";
import { Terraform, terraformEnvironment } from "../../terraform/run/terraform";
import { selectStacks } from "../../terraform/stacks/select-stacks";
import { type Stack } from "../../terraform/stacks/stack";
import { askBefore } from "./ask-before";
import { checkWritable } from "./check-writable";
import { findStacks } from "./find-stacks";
import { ownFolder } from "./own-folder";
import { type Place } from "./place";
import { ProgressLines } from "./progress";
import { type Command } from "./read-command";
import { isColoured, styleOf } from "./terminal-style";
import { untilInterrupted } from "./until-interrupted";

/** `ecs-env plan|apply|destroy`. @returns the exit code. */
export async function runCommand(
  command: Command,
  name: Flow["command"],
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const began = Date.now();
  const isOffline = command.flags.has("offline");
  const lines = new ProgressLines(process.stderr, command.flags.has("json"));
  const { profile } = command.values;
  const variables = terraformEnvironment(
    { ...env, ...(profile !== undefined && { AWS_PROFILE: profile }) },
    { isOffline, exists: existsSync },
  );
  // Synthesis runs in a process of its own; meanwhile this one loads what comes after.
  const [all, binary, enter, { runFlow }, { exitCodeOf, jsonSummary, textSummary }] = await Promise.all([
    findStacks(command, env, command.target),
    findTerraform(command.values["terraform"], variables),
    findPlace(command, name),
    import("../../terraform/flow/run-flow"),
    import("../../terraform/summary/format-summary"),
  ]);
  const selected = selectStacks(all, command.target);
  const place = await enter(all, selected);
  const plans = mkdtempSync(join(tmpdir(), "ecs-env-plans-"));
  const terraform = new Terraform(binary, { ...variables, ...place.env });
  const asks = !command.flags.has("auto-approve") && name !== "plan" && (!isOffline || name === "destroy");
  const hasColours = isColoured(command, env);
  const showsText = command.flags.has("verbose") && !command.flags.has("json");
  const keptPlans = command.values["plans"];
  if (keptPlans !== undefined) checkWritable(resolve(keptPlans), "--plans");
  const flow: Flow = {
    command: name,
    all,
    selected,
    terraform,
    workplace: place.workplace,
    planFile: (stack) => join(plans, `${stack}.plan`),
    progress: (stack, doing) => lines.update(stack, doing),
    parallel: availableParallelism(),
    ...(keptPlans !== undefined && { keepPlan: (stack, json) => keepPlan(keptPlans, stack, json) }),
    ...(showsText && { text: hasColours ? "coloured" : "plain" }),
    ...(asks && { confirm: askBefore(command, name, lines) }),
  };
  try {
    const stacks = await untilInterrupted(
      terraform,
      (text) => lines.say(text),
      () => runFlow(flow),
    );
    lines.clear();
    const seconds = (Date.now() - began) / 1000;
    const summary = { command: name, isOffline, stacks, assumptions: place.assumptions(), seconds };
    const style = { ...styleOf(command, env), isVerbose: command.flags.has("verbose") };
    console.log(command.flags.has("json") ? jsonSummary(summary) : textSummary(summary, style));
    return exitCodeOf(summary);
  } finally {
    lines.clear();
    rmSync(plans, { recursive: true, force: true });
    await place.leave();
  }
}

/** For `ecs-env verify --plans`. A plan holds secrets in clear: nobody else on the machine may read the file. */
function keepPlan(folder: string, stack: string, json: string): void {
  writeFileSync(join(folder, `${stack}.json`), json, { mode: 0o600 });
}

type Enter = (all: readonly Stack[], selected: readonly Stack[]) => Promise<Place>;

/** Loads only what the place needs: the provider, or the client of AWS. */
async function findPlace({ flags, values }: Command, name: Flow["command"]): Promise<Enter> {
  if (!flags.has("offline")) {
    const { online } = await import("./online");
    return (_, selected) => online(resolve(ownFolder, "run"), selected, values["profile"]);
  }
  const { offline } = await import("./offline");
  const folder = resolve(values["world"] ?? join(ownFolder, "world"));
  return (all) => offline(all, { folder, isTrial: name === "plan", asAccount: values["as-account"] });
}
