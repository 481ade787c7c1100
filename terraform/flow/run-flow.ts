import { type TerraformDiagnostic } from "../run/diagnostic";
import { writerOf } from "../run/state-override";
import { actsOutside } from "../stacks/acts-outside";
import { chainsOf, upstreamOf } from "../stacks/select-stacks";
import { remoteStates, type Stack } from "../stacks/stack";
import { emptySummary } from "../summary/plan-summary";
import { destroyFlow } from "./destroy-flow";
import { type Flow, report, sortBy, waiting } from "./flow";
import { interrupted, isFailure } from "./failure";
import { inParallel } from "./in-parallel";
import { failed, isUsable, type StackReport } from "./stack-report";
import { StackRun } from "./stack-run";

/** Runs a command for the selected stacks; stacks that do not depend on each other side by side. */
export async function runFlow(flow: Flow): Promise<readonly StackReport[]> {
  if (flow.command === "destroy") return destroyFlow(flow);
  const upstream = flow.workplace.isOffline
    ? upstreamOf(flow.selected, flow.all).filter((stack) => flow.workplace.isReadable(stack) === false)
    : [];
  const wanted = flow.all.filter((stack) => flow.selected.includes(stack) || upstream.includes(stack));
  // A person can only answer one question at a time.
  const parallel = flow.confirm ? 1 : flow.parallel;
  const reports = await inParallel(chainsOf(wanted), parallel, (chain) => bringUp(flow, chain));
  return sortBy(reports.flat(), wanted);
}

/** A stack after the other. Offline a plan is also applied, in a copy of the world: AWS refuses some things only then. */
async function bringUp(flow: Flow, chain: readonly Stack[]): Promise<StackReport[]> {
  const run = new StackRun(flow);
  const reports: StackReport[] = [];
  for (const [index, stack] of chain.entries()) {
    const blocker = waitsFor(flow, stack, reports);
    const next = chain[index + 1];
    const step = blocker === undefined ? bringUpOne(flow, run, stack, chain) : undefined;
    // Initializing reads no other stack's state: the next one need not wait for this one.
    if (step && next) void run.initialize(next).catch(() => undefined);
    const left = flow.terraform.isInterrupted
      ? failed(stack.name, interrupted)
      : waiting(stack.name, blocker ?? "");
    const done = step ? await step : left;
    flow.progress(stack.name, done.status);
    reports.push(done);
  }
  return reports;
}

async function bringUpOne(
  flow: Flow,
  run: StackRun,
  stack: Stack,
  chain: readonly Stack[],
): Promise<StackReport> {
  const plan = await run.plan(stack);
  if (isFailure(plan)) {
    const missing = missingUpstream(flow, stack, plan.diagnostics);
    return missing === undefined ? failed(stack.name, plan) : waiting(stack.name, missing);
  }
  const isAsked = flow.selected.includes(stack);
  if (flow.command === "apply" && plan.hasChanges && flow.confirm) {
    const summary = await run.summarize(plan);
    if (isFailure(summary)) return failed(stack.name, summary);
    const text = await run.textOf(plan);
    if (!(await flow.confirm([{ stack: stack.name, summary, ...(text !== undefined && { text }) }])))
      return report(plan, summary, "declined");
  }
  const isNeeded = chain.some(({ dependencies }) => dependencies.includes(stack.name));
  const isTried = flow.workplace.isOffline && (isNeeded || !actsOutside(stack));
  const applies = flow.command === "apply" || !isAsked || isTried;
  const status = !isAsked ? "assumed" : flow.command === "apply" ? "applied" : "planned";
  const doing = flow.command === "apply" ? "applying" : "trying in a copy";
  // Terraform only reads a saved plan: what it does can be read beside its apply.
  const [summary, text, problem] = await Promise.all([
    run.summarize(plan),
    flow.command === "plan" && isAsked ? run.textOf(plan) : undefined,
    applies && plan.hasChanges ? run.apply(plan, doing) : undefined,
  ]);
  const known = isFailure(summary) ? emptySummary : summary;
  const failure = problem ?? summary;
  const done = isFailure(failure) ? failed(plan.stack, failure, known) : report(plan, known, status);
  return {
    ...done,
    ...(text !== undefined && { text }),
    ...(problem && flow.command === "plan" && done.status === "failed" && { wouldBeRefused: true }),
  };
}

function waitsFor(flow: Flow, stack: Stack, reports: readonly StackReport[]): string | undefined {
  return stack.dependencies.find((name) => {
    const earlier = reports.find((one) => one.stack === name);
    if (earlier && !isUsable(earlier)) return true;
    if (earlier && flow.workplace.isOffline) return false;
    const upstream = flow.all.find((one) => one.name === name);
    return upstream !== undefined && flow.workplace.isReadable(upstream) === false;
  });
}

/** The stack whose state nobody has written yet, when Terraform complains of that; it names the data source that reads it. */
function missingUpstream(
  flow: Flow,
  stack: Stack,
  diagnostics: readonly TerraformDiagnostic[],
): string | undefined {
  const sources = remoteStates(stack);
  for (const { summary, address } of diagnostics) {
    const location = sources.get(address?.replace("data.terraform_remote_state.", "") ?? "");
    const writer = location && writerOf(location, stack, flow.all);
    if (summary === "Unable to find remote state" && writer) return writer.name;
  }
  return undefined;
}
