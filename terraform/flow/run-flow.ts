import { type Terraform } from "../run/terraform";
import { chainsOf, upstreamOf } from "../stacks/select-stacks";
import { type Stack } from "../stacks/stack";
import { type PlanSummary } from "../summary/plan-summary";
import { failed, isUsable, type StackReport } from "./stack-report";
import { isFailure, type Progress, type SavedPlan, StackRun } from "./stack-run";
import { type Workplace } from "./workplace";

export interface Flow {
  readonly command: "plan" | "apply" | "destroy";
  /** All stacks, in order. */
  readonly all: readonly Stack[];
  readonly selected: readonly Stack[];
  readonly terraform: Terraform;
  readonly workplace: Workplace;
  readonly progress: Progress;
  /** Asked before something is changed; undefined when nobody needs to be asked. */
  readonly confirm?: (
    plans: readonly { readonly stack: string; readonly summary: PlanSummary }[],
  ) => Promise<boolean>;
  /** How many chains of stacks run side by side. */
  readonly parallel: number;
}

/** Runs a command for the selected stacks; stacks that do not depend on each other side by side. */
export async function runFlow(flow: Flow): Promise<readonly StackReport[]> {
  if (flow.command === "destroy") return destroy(flow);
  const upstream = flow.workplace.isOffline
    ? upstreamOf(flow.selected, flow.all).filter((stack) => flow.workplace.hasState(stack) === false)
    : [];
  const wanted = flow.all.filter((stack) => flow.selected.includes(stack) || upstream.includes(stack));
  // A person can only answer one question at a time.
  const parallel = flow.confirm ? 1 : flow.parallel;
  const reports = await inParallel(chainsOf(wanted), parallel, (chain) => bringUp(flow, chain));
  return sortBy(reports.flat(), wanted);
}

/** A stack after the other. A plan is applied when a later stack reads what it makes: offline, in a copy of the world. */
async function bringUp(flow: Flow, chain: readonly Stack[]): Promise<StackReport[]> {
  const run = new StackRun(flow.terraform, flow.workplace, flow.progress);
  const reports: StackReport[] = [];
  for (const stack of chain) {
    const blocker = waitsFor(flow, stack, reports);
    const report =
      blocker === undefined ? await bringUpOne(flow, run, stack, chain) : waiting(stack, blocker);
    flow.progress(stack.name, report.status);
    reports.push(report);
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
    const [missing] = plan.diagnostics.some(isMissingState) ? stack.dependencies : [];
    return missing === undefined ? failed(stack.name, plan.diagnostics) : waiting(stack, missing);
  }
  const isAsked = flow.selected.includes(stack);
  const isNeeded = chain.some(({ dependencies }) => dependencies.includes(stack.name));
  const applies = flow.command === "apply" || !isAsked || (flow.workplace.isOffline && isNeeded);
  if (flow.command === "apply" && plan.hasChanges && flow.confirm) {
    const summary = await run.summarize(plan);
    if (!(await flow.confirm([{ stack: stack.name, summary }]))) return report(plan, summary, "declined");
  }
  const [summary, problem] = await Promise.all([
    run.summarize(plan),
    applies && plan.hasChanges ? run.apply(plan) : undefined,
  ]);
  if (problem) return failed(stack.name, problem.diagnostics, summary);
  return report(plan, summary, !isAsked ? "assumed" : flow.command === "apply" ? "applied" : "planned");
}

function waitsFor(flow: Flow, stack: Stack, reports: readonly StackReport[]): string | undefined {
  return stack.dependencies.find((name) => {
    const earlier = reports.find((one) => one.stack === name);
    if (earlier && !isUsable(earlier)) return true;
    if (earlier && flow.workplace.isOffline) return false;
    const upstream = flow.all.find((one) => one.name === name);
    return upstream !== undefined && flow.workplace.hasState(upstream) === false;
  });
}

/** What Terraform says of a stack's state that nobody has written yet; which of several it is, it does not say. */
function isMissingState({ summary }: { readonly summary: string }): boolean {
  return summary === "Unable to find remote state";
}

function waiting(stack: Stack, upstream: string): StackReport {
  return { ...failed(stack.name, []), status: "waiting", waitsFor: upstream };
}

function report(plan: SavedPlan, summary: PlanSummary, status: StackReport["status"]): StackReport {
  return { stack: plan.stack, status, summary, diagnostics: plan.warnings };
}

/** Everything is planned first, so that a person sees all that goes before anything does. */
async function destroy(flow: Flow): Promise<readonly StackReport[]> {
  const run = new StackRun(flow.terraform, flow.workplace, flow.progress);
  const existing = flow.selected.filter((stack) => flow.workplace.hasState(stack) !== false);
  const plans = await inParallel(existing, flow.parallel, (stack) => run.plan(stack, { destroy: true }));
  const failures = plans.flatMap((plan, index) =>
    isFailure(plan) ? [failed(existing[index]?.name ?? "", plan.diagnostics)] : [],
  );
  if (failures.length > 0) return failures;
  const saved = await inParallel(
    plans.flatMap((plan) => (isFailure(plan) ? [] : [plan])),
    flow.parallel,
    async (plan) => ({ ...plan, summary: await run.summarize(plan) }),
  );
  const work = saved.filter(({ hasChanges }) => hasChanges);
  if (work.length > 0 && flow.confirm && !(await flow.confirm(work))) {
    return saved.map((plan) => report(plan, plan.summary, "declined"));
  }
  const reports = await inParallel(chainsOf(existing), flow.parallel, (chain) =>
    tearDown(flow, run, chain, saved),
  );
  return sortBy(reports.flat(), flow.selected);
}

async function tearDown(
  flow: Flow,
  run: StackRun,
  chain: readonly Stack[],
  plans: readonly (SavedPlan & { readonly summary: PlanSummary })[],
): Promise<StackReport[]> {
  const reports: StackReport[] = [];
  for (const stack of chain.toReversed()) {
    const plan = plans.find((one) => one.stack === stack.name);
    if (!plan) continue;
    const reader = chain.find(
      ({ name, dependencies }) =>
        dependencies.includes(stack.name) && reports.some((one) => one.stack === name && !isUsable(one)),
    );
    const problem = !reader && plan.hasChanges ? await run.apply(plan) : undefined;
    const done = problem
      ? failed(stack.name, problem.diagnostics, plan.summary)
      : report(plan, plan.summary, "destroyed");
    reports.push(reader ? waiting(stack, reader.name) : done);
    flow.progress(stack.name, reports.at(-1)?.status ?? "");
  }
  return reports;
}

function sortBy(reports: readonly StackReport[], order: readonly Stack[]): readonly StackReport[] {
  return order.flatMap(({ name }) => reports.filter(({ stack }) => stack === name));
}

async function inParallel<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index];
      if (item !== undefined) results[index] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}
