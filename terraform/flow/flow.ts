import { type Terraform } from "../run/terraform";
import { type Stack } from "../stacks/stack";
import { type PlanSummary } from "../summary/plan-summary";
import { failed, type StackReport } from "./stack-report";
import { type Progress, type SavedPlan, type StackRunOptions } from "./stack-run";
import { type Workplace } from "./workplace";

export interface Flow extends StackRunOptions {
  readonly command: "plan" | "apply" | "destroy";
  /** All stacks, in order. */
  readonly all: readonly Stack[];
  readonly selected: readonly Stack[];
  readonly terraform: Terraform;
  readonly workplace: Workplace;
  readonly progress: Progress;
  /** Asked before something is changed; undefined when nobody needs to be asked. */
  readonly confirm?: (
    plans: readonly { readonly stack: string; readonly summary: PlanSummary; readonly text?: string }[],
  ) => Promise<boolean>;
  /** How many chains of stacks run side by side. */
  readonly parallel: number;
}

export function waiting(stack: string, upstream: string): StackReport {
  return { ...failed(stack, { diagnostics: [] }), status: "waiting", waitsFor: upstream };
}

export function report(plan: SavedPlan, summary: PlanSummary, status: StackReport["status"]): StackReport {
  return { stack: plan.stack, status, hasChanges: plan.hasChanges, summary, diagnostics: plan.warnings };
}

export function sortBy(reports: readonly StackReport[], order: readonly Stack[]): readonly StackReport[] {
  return order.flatMap(({ name }) => reports.filter(({ stack }) => stack === name));
}
