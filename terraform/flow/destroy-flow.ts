import { ConfigError } from "../../problems/config-error";
import { type Problem } from "../../problems/problem";
import { chainsOf, downstreamOf } from "../stacks/select-stacks";
import { type Stack } from "../stacks/stack";
import { type PlanSummary } from "../summary/plan-summary";
import { type Flow, report, sortBy, waiting } from "./flow";
import { interrupted, isFailure } from "./failure";
import { inParallel } from "./in-parallel";
import { failed, isUsable, type StackReport } from "./stack-report";
import { type SavedPlan, StackRun } from "./stack-run";

/**
 * Everything is planned first, so that a person sees all that goes before anything does.
 *
 * @throws ConfigError when other stacks still read what would go: AWS refuses some of it, and only half-way.
 */
export async function destroyFlow(flow: Flow): Promise<readonly StackReport[]> {
  const run = new StackRun(flow);
  const unknown = await refuseWhileRead(flow, run);
  if (unknown.length > 0) return unknown;
  const existing = flow.selected.filter((stack) => flow.workplace.hasState(stack) !== false);
  const plans = await inParallel(existing, flow.parallel, (stack) => planOne(run, stack));
  const failures = plans.flatMap((plan) => ("status" in plan ? [plan] : []));
  if (failures.length > 0) return failures;
  const saved = plans.flatMap((plan) => ("status" in plan ? [] : [plan]));
  const work = saved.filter(({ hasChanges }) => hasChanges);
  if (work.length > 0 && flow.confirm && !(await flow.confirm(work))) {
    return saved.map((plan) => report(plan, plan.summary, "declined"));
  }
  const reports = await inParallel(chainsOf(existing), flow.parallel, (chain) =>
    tearDown(flow, run, chain, saved),
  );
  return sortBy(reports.flat(), flow.selected);
}

type PlanToDestroy = SavedPlan & { readonly summary: PlanSummary; readonly text?: string };

async function planOne(run: StackRun, stack: Stack): Promise<PlanToDestroy | StackReport> {
  const plan = await run.plan(stack, { destroy: true });
  if (isFailure(plan)) return failed(stack.name, plan);
  const summary = await run.summarize(plan);
  if (isFailure(summary)) return failed(stack.name, summary);
  const text = await run.textOf(plan);
  return { ...plan, summary, ...(text !== undefined && { text }) };
}

/** @returns the stacks of which the backend does not say whether they exist. */
async function refuseWhileRead(flow: Flow, run: StackRun): Promise<readonly StackReport[]> {
  const asked = await inParallel(downstreamOf(flow.selected, flow.all), flow.parallel, async (stack) => ({
    stack,
    exists: flow.workplace.hasState(stack) ?? (await run.exists(stack)),
  }));
  const readers = asked.filter(({ exists }) => exists === true).map(({ stack }) => stack);
  if (readers.length > 0)
    throw new ConfigError(
      "destroy",
      readers.map((stack) => stillReads(stack, flow)),
    );
  return asked.flatMap(({ stack, exists }) =>
    typeof exists === "boolean" ? [] : [failed(stack.name, exists)],
  );
}

function stillReads(stack: Stack, { selected }: Flow): Problem {
  const read = selected.map(({ name }) => name).filter((name) => stack.dependencies.includes(name));
  return {
    where: stack.name,
    must: "must be destroyed before what it depends on",
    got: `a stack that exists and depends on ${read.length > 0 ? read.join(", ") : "what would be destroyed"}`,
    advice: `Destroy ${stack.name} first, or the whole environment by its name.`,
  };
}

async function tearDown(
  flow: Flow,
  run: StackRun,
  chain: readonly Stack[],
  plans: readonly PlanToDestroy[],
): Promise<StackReport[]> {
  const reports: StackReport[] = [];
  for (const stack of chain.toReversed()) {
    const plan = plans.find((one) => one.stack === stack.name);
    if (!plan) continue;
    const reader = chain.find(
      ({ name, dependencies }) =>
        dependencies.includes(stack.name) && reports.some((one) => one.stack === name && !isUsable(one)),
    );
    const problem = !reader && plan.hasChanges ? await run.apply(plan, "destroying") : undefined;
    const done = problem
      ? failed(stack.name, problem, plan.summary)
      : report(plan, plan.summary, "destroyed");
    const left = flow.terraform.isInterrupted
      ? failed(stack.name, interrupted, plan.summary)
      : waiting(stack.name, reader?.name ?? "");
    reports.push(reader ? left : done);
    flow.progress(stack.name, reports.at(-1)?.status ?? "");
  }
  return reports;
}
