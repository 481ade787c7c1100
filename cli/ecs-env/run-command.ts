import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { startOfflineProvider } from "../../offline/start-offline-provider";
import { checkAccounts } from "../../terraform/account/check-accounts";
import { type Flow, runFlow } from "../../terraform/flow/run-flow";
import { offlineWorkplace, onlineWorkplace } from "../../terraform/flow/workplace";
import { findTerraform } from "../../terraform/run/find-terraform";
import { Terraform, terraformEnvironment } from "../../terraform/run/terraform";
import { copyWorld, World } from "../../terraform/run/world";
import { readStacks } from "../../terraform/stacks/read-stacks";
import { selectStacks } from "../../terraform/stacks/select-stacks";
import { regions } from "../../terraform/stacks/stack";
import { usedTypes } from "../../terraform/stacks/used-types";
import {
  exitCodeOf,
  jsonSummary,
  type RunSummary,
  textSummary,
} from "../../terraform/summary/format-summary";
import { callerIdentity } from "./caller-identity";
import { confirm } from "./confirm";
import { ProgressLines } from "./progress";
import { type Command } from "./read-command";
import { readSettings, synthesize } from "./synthesize";

/** Folder of this command beside `cdktf.json`; not for the repository. */
export const ownFolder = ".ecs-env";

/** `ecs-env plan|apply|destroy`. @returns the exit code. */
export async function runCommand(
  command: Command,
  name: Flow["command"],
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const began = Date.now();
  const project = process.cwd();
  const { profile, target } = { profile: command.values["profile"], target: command.target };
  const variables = terraformEnvironment({ ...env, ...(profile && { AWS_PROFILE: profile }) }, existsSync);
  const binary = findTerraform(command.values["terraform"], variables);
  const out = resolve(project, command.values["out"] ?? readSettings(project).output);
  const all = command.flags.has("no-synth") ? readStacks(out) : synthesize({ project, out, target, env });
  const selected = selectStacks(all, target);
  const isOffline = command.flags.has("offline");
  const lines = new ProgressLines(process.stderr, command.flags.has("json"));
  const asks = !command.flags.has("auto-approve") && name !== "plan" && (!isOffline || name === "destroy");
  const flow = {
    command: name,
    all,
    selected,
    progress: (stack: string, doing: string) => lines.update(stack, doing),
    parallel: availableParallelism(),
    ...(asks && { confirm: askFor(command, name, lines) }),
  };
  const done = isOffline
    ? await runOffline(flow, new Terraform(binary, variables), command, project)
    : await runOnline(flow, new Terraform(binary, variables), profile, project);
  lines.clear();
  const summary: RunSummary = { command: name, isOffline, ...done, seconds: (Date.now() - began) / 1000 };
  const isColoured = process.stdout.isTTY && !env["NO_COLOR"];
  const bold = (text: string) => (isColoured ? `\u001b[1m${text}\u001b[22m` : text);
  console.log(command.flags.has("json") ? jsonSummary(summary) : textSummary(summary, bold));
  return exitCodeOf(summary);
}

type OpenFlow = Omit<Flow, "terraform" | "workplace">;
type Done = Pick<RunSummary, "stacks" | "assumptions">;

async function runOffline(
  flow: OpenFlow,
  plain: Terraform,
  command: Command,
  project: string,
): Promise<Done> {
  const folder = resolve(project, command.values["world"] ?? join(ownFolder, "world"));
  // A plan applies what later stacks read; that must not be seen by the next command.
  const { world, remove } =
    flow.command === "plan" ? copyWorld(folder) : { world: new World(folder), remove: () => undefined };
  const states = flow.all.map((stack) => world.stateOf(stack.name));
  const types = usedTypes(flow.all, states);
  const provider = await startOfflineProvider({
    world: world.folder,
    asAccount: command.values["as-account"],
    types: () => types,
  });
  const terraform = plain.withEnv(provider.env);
  try {
    const workplace = offlineWorkplace(world, flow.all);
    const stacks = await untilInterrupted(terraform, () => runFlow({ ...flow, terraform, workplace }));
    return { stacks, assumptions: provider.assumptions() };
  } finally {
    await provider.stop();
    remove();
  }
}

async function runOnline(
  flow: OpenFlow,
  terraform: Terraform,
  profile: string | undefined,
  project: string,
): Promise<Done> {
  const region = flow.selected.flatMap(regions)[0] ?? "us-east-1";
  await checkAccounts(flow.selected, () => callerIdentity(region, profile));
  const workplace = onlineWorkplace(join(project, ownFolder, "run"));
  const stacks = await untilInterrupted(terraform, () => runFlow({ ...flow, terraform, workplace }));
  return { stacks, assumptions: [] };
}

/** Passes Ctrl-C and a termination on to Terraform, which then writes what it has done to the state. */
async function untilInterrupted<Result>(terraform: Terraform, work: () => Promise<Result>): Promise<Result> {
  const interrupt = () => terraform.interrupt();
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  try {
    return await work();
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  }
}

function askFor(command: Command, name: Flow["command"], lines: ProgressLines): NonNullable<Flow["confirm"]> {
  return async (plans) => {
    lines.clear();
    const reports = plans.map(({ stack, summary }) => ({
      stack,
      summary,
      status: "planned" as const,
      diagnostics: [],
    }));
    const summary = { command: name, isOffline: false, stacks: reports, assumptions: [], seconds: 0 };
    console.error(textSummary(summary, (text) => text));
    const names = plans.map(({ stack }) => stack).join(", ");
    const isTerminal = process.stdin.isTTY && !command.flags.has("json");
    return confirm(`${name} ${names}?`, command.target ?? name, isTerminal);
  };
}
