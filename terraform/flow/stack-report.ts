import { type TerraformDiagnostic } from "../run/diagnostic";
import { emptySummary, type PlanSummary } from "../summary/plan-summary";
import { type Failure } from "./failure";

/**
 * - `planned`, `applied`, `destroyed`: done.
 * - `assumed`: not asked for, but brought up because a stack reads its outputs.
 * - `waiting`: not run, as a stack that it reads does not exist yet or failed.
 * - `declined`: planned, and the person said no.
 * - `interrupted`: stopped by the person before it was done.
 * - `failed`: see its diagnostics.
 */
export type StackStatus =
  "planned" | "applied" | "destroyed" | "assumed" | "waiting" | "declined" | "interrupted" | "failed";

export interface StackReport {
  readonly stack: string;
  readonly status: StackStatus;
  /** What Terraform says, which also sees changes that the summary does not list. */
  readonly hasChanges: boolean;
  readonly summary: PlanSummary;
  readonly diagnostics: readonly TerraformDiagnostic[];
  /** Terraform's own words of the plan, with values; only where they were asked for. */
  readonly text?: string;
  /** Set when the plan can be made and its apply, tried in a copy of the world, fails. */
  readonly wouldBeRefused?: true;
  /** Stack that must be applied first. */
  readonly waitsFor?: string;
}

export function failed(
  stack: string,
  { diagnostics, isInterrupted }: Failure,
  summary: PlanSummary = emptySummary,
): StackReport {
  const status = isInterrupted ? "interrupted" : "failed";
  return { stack, status, hasChanges: summary.changes.length > 0, summary, diagnostics };
}

/** Whether stacks that read this one's outputs can run after it. */
export function isUsable({ status }: StackReport): boolean {
  return status === "planned" || status === "applied" || status === "assumed" || status === "destroyed";
}
