import { formatProblems } from "../../problems/problem";
import { textDiagnostic, type TerraformDiagnostic } from "../run/diagnostic";
import { type Terraform, type TerraformEvent } from "../run/terraform";
import { notServedOffline } from "../stacks/not-served";
import { asObject, type Stack } from "../stacks/stack";
import { emptySummary, type PlanSummary, summarizePlan } from "../summary/plan-summary";
import { summarizeEvents } from "../summary/summarize-events";
import { type Failure, failureOf, interrupted } from "./failure";
import { type Workplace } from "./workplace";

export type Progress = (stack: string, doing: string) => void;

/** A saved plan. `hasChanges` is what Terraform says, which also sees changes that we do not list. */
export interface SavedPlan {
  readonly stack: string;
  readonly folder: string;
  readonly file: string;
  readonly hasChanges: boolean;
  /** Number of steps of its apply; a replacement has two. */
  readonly steps: number;
  readonly warnings: readonly TerraformDiagnostic[];
  /** What it would do, where Terraform has said that already. */
  readonly known?: PlanSummary;
}

export interface StackRunOptions {
  readonly terraform: Terraform;
  readonly workplace: Workplace;
  readonly progress: Progress;
  /** File that a stack's plan is saved in. It holds secrets. */
  readonly planFile: (stack: string) => string;
  /** Whether the reports hold Terraform's own words of the plans, and how. They hold values, secrets among them. */
  readonly text?: "plain" | "coloured";
  /** Told each plan as `terraform show -json` prints it. It holds secrets. */
  readonly keepPlan?: (stack: string, json: string) => void;
}

/** Terraform's commands for one stack; each answers with what went wrong, or with what it made. */
export class StackRun {
  private readonly initialized = new Map<string, Promise<string | Failure>>();

  constructor(private readonly options: StackRunOptions) {}

  /**
   * Makes the run folder, once. `init` is cheap with nothing to download, and a backend is never used without it.
   *
   * @returns the folder, or why there is none.
   */
  initialize(stack: Stack): Promise<string | Failure> {
    const known = this.initialized.get(stack.name);
    if (known) return known;
    const begun = this.init(stack);
    // Stacks are initialized ahead; whoever needs this one sees the error then.
    begun.catch(() => undefined);
    this.initialized.set(stack.name, begun);
    return begun;
  }

  async plan(stack: Stack, { destroy = false } = {}): Promise<SavedPlan | Failure> {
    this.options.progress(stack.name, "planning");
    const folder = await this.initialize(stack);
    if (typeof folder !== "string") return folder;
    const file = this.options.planFile(stack.name);
    const args = ["plan", "-input=false", "-json", "-detailed-exitcode", `-out=${file}`];
    const events: TerraformEvent[] = [];
    const run = await this.options.terraform.run(folder, destroy ? [...args, "-destroy"] : args, (event) =>
      events.push(event),
    );
    if (run.code !== 0 && run.code !== 2)
      return failureOf(stack.name, run, this.options.terraform.isInterrupted);
    const hasChanges = run.code === 2;
    const known = hasChanges ? summarizeEvents(events) : emptySummary;
    const steps = countSteps(events.find(({ type }) => type === "change_summary")?.["changes"]);
    return { stack: stack.name, folder, file, hasChanges, steps, warnings: run.diagnostics, known };
  }

  /** What a saved plan would do. May run beside its apply: Terraform only reads the file. */
  async summarize({ stack, folder, file, known }: SavedPlan): Promise<PlanSummary | Failure> {
    if (known && !this.options.keepPlan) return known;
    const shown = await this.options.terraform.run(folder, ["show", "-json", file]);
    if (shown.code !== 0 && this.options.terraform.isInterrupted) return interrupted;
    if (shown.code === 0) {
      this.options.keepPlan?.(stack, shown.stdout);
      return known ?? summarizePlan(asObject(JSON.parse(shown.stdout)));
    }
    return { diagnostics: [textDiagnostic("terraform show of the plan failed", shown.stderr)] };
  }

  /** Terraform's own words of a saved plan, with values; undefined when there are none to be had. */
  async textOf({ folder, file, hasChanges }: SavedPlan): Promise<string | undefined> {
    if (this.options.text === undefined || !hasChanges) return undefined;
    const args = this.options.text === "plain" ? ["show", "-no-color", file] : ["show", file];
    const { code, stdout } = await this.options.terraform.run(folder, args);
    return code === 0 ? stdout.trim() : undefined;
  }

  /** Applies a saved plan, which is called `doing`. @returns what went wrong, warnings included. */
  async apply({ stack, folder, file, steps }: SavedPlan, doing: string): Promise<Failure | undefined> {
    let done = 0;
    this.options.progress(stack, `${doing} 0/${steps}`);
    const run = await this.options.terraform.run(
      folder,
      ["apply", "-input=false", "-json", file],
      (event: TerraformEvent) => {
        if (event["type"] !== "apply_complete") return;
        done += 1;
        this.options.progress(stack, `${doing} ${done}/${steps}`);
      },
    );
    return run.code === 0 ? undefined : failureOf(stack, run, this.options.terraform.isInterrupted);
  }

  /** Whether a stack has anything, asked of its backend. */
  async exists(stack: Stack): Promise<boolean | Failure> {
    const folder = await this.initialize(stack);
    if (typeof folder !== "string") return folder;
    const { code, stdout, stderr } = await this.options.terraform.run(folder, ["state", "list"]);
    if (code === 0) return stdout.trim() !== "";
    if (this.options.terraform.isInterrupted) return interrupted;
    return stderr.includes("No state file was found")
      ? false
      : { diagnostics: [textDiagnostic("terraform state list failed", stderr)] };
  }

  private async init(stack: Stack): Promise<string | Failure> {
    const { terraform, workplace } = this.options;
    const folder = workplace.prepare(stack);
    const args = ["init", "-input=false", "-no-color", "-reconfigure"];
    const { code, stderr } = await terraform.run(folder, args);
    if (code === 0) return folder;
    if (terraform.isInterrupted) return interrupted;
    const problems = workplace.isOffline ? notServedOffline(stack) : [];
    const why = problems.length > 0 ? `\n${formatProblems(`stack ${stack.name} offline`, problems)}` : "";
    return { diagnostics: [textDiagnostic("terraform init failed", `${stderr.trim()}\n${why}`)] };
  }
}

function countSteps(changes: unknown): number {
  const { add, change, remove, import: imported } = asObject(changes);
  return [add, change, remove, imported].reduce<number>((sum, count) => sum + Number(count ?? 0), 0);
}
