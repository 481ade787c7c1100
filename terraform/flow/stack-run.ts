import { textDiagnostic, type TerraformDiagnostic } from "../run/diagnostic";
import { type Terraform, type TerraformEvent, type TerraformRun } from "../run/terraform";
import { asObject, type Stack } from "../stacks/stack";
import { emptySummary, type PlanSummary, summarizePlan } from "../summary/plan-summary";
import { type Workplace } from "./workplace";

const planFile = "ecs-env.plan";

export type Progress = (stack: string, doing: string) => void;

/** A plan that was saved in a run folder. `hasChanges` is what Terraform says, which also sees changes that we do not list. */
export interface SavedPlan {
  readonly stack: string;
  readonly folder: string;
  readonly hasChanges: boolean;
  /** Number of steps of its apply; a replacement has two. */
  readonly steps: number;
  readonly warnings: readonly TerraformDiagnostic[];
}

/** Terraform's commands for one stack; each answers with what went wrong, or with what it made. */
export class StackRun {
  constructor(
    private readonly terraform: Terraform,
    private readonly workplace: Workplace,
    private readonly progress: Progress,
  ) {}

  /** Plans and keeps the plan. `init` is cheap with nothing to download, and a backend is never used without it. */
  async plan(stack: Stack, options: { readonly destroy?: boolean } = {}): Promise<SavedPlan | Failure> {
    this.progress(stack.name, "planning");
    const folder = this.workplace.prepare(stack);
    const init = await this.terraform.run(folder, ["init", "-input=false", "-no-color", "-reconfigure"]);
    if (init.code !== 0) return this.initFailed(init);
    const args = ["plan", "-input=false", "-json", "-detailed-exitcode", `-out=${planFile}`];
    let steps = 0;
    const run = await this.terraform.run(folder, options.destroy ? [...args, "-destroy"] : args, (event) => {
      if (event["type"] === "change_summary") steps = countSteps(event["changes"]);
    });
    if (run.code !== 0 && run.code !== 2) return { diagnostics: errorsOf(run) };
    return { stack: stack.name, folder, hasChanges: run.code === 2, steps, warnings: run.diagnostics };
  }

  /** What a saved plan would do. May run beside its apply: Terraform only reads the file. */
  async summarize(plan: SavedPlan): Promise<PlanSummary> {
    const shown = await this.terraform.run(plan.folder, ["show", "-json", planFile]);
    return shown.code === 0 ? summarizePlan(asObject(JSON.parse(shown.stdout))) : emptySummary;
  }

  /** Applies a saved plan. @returns what went wrong, warnings included. */
  async apply(plan: SavedPlan): Promise<Failure | undefined> {
    const { stack, steps } = plan;
    let done = 0;
    this.progress(stack, `applying 0/${steps}`);
    const run = await this.terraform.run(
      plan.folder,
      ["apply", "-input=false", "-json", planFile],
      (event: TerraformEvent) => {
        if (event["type"] !== "apply_complete") return;
        done += 1;
        this.progress(stack, `applying ${done}/${steps}`);
      },
    );
    return run.code === 0 ? undefined : { diagnostics: errorsOf(run) };
  }

  private initFailed(run: TerraformRun): Failure {
    const why = this.workplace.isOffline
      ? "Offline only hashicorp/aws and Terraform's built-in provider are served: other providers and modules need the network."
      : "";
    return { diagnostics: [textDiagnostic("terraform init failed", `${run.stderr}\n${why}`)] };
  }
}

function countSteps(changes: unknown): number {
  const { add, change, remove, import: imported } = asObject(changes);
  return [add, change, remove, imported].reduce<number>((sum, count) => sum + Number(count ?? 0), 0);
}

export interface Failure {
  readonly diagnostics: readonly TerraformDiagnostic[];
}

export function isFailure(result: SavedPlan | Failure | undefined): result is Failure {
  return result !== undefined && "diagnostics" in result;
}

function errorsOf({ diagnostics, stdout, stderr, code }: TerraformRun): readonly TerraformDiagnostic[] {
  if (diagnostics.some(({ severity }) => severity === "error")) return diagnostics;
  return [...diagnostics, textDiagnostic(`terraform ended with code ${code}`, `${stdout}\n${stderr}`)];
}
