import { textDiagnostic, type TerraformDiagnostic } from "../run/diagnostic";
import { type TerraformRun } from "../run/terraform";

/** Why a command of Terraform did not do what it should. */
export interface Failure {
  readonly diagnostics: readonly TerraformDiagnostic[];
  /** The person stopped it, and nothing else is wrong. */
  readonly isInterrupted?: true;
}

export const interrupted: Failure = { diagnostics: [], isInterrupted: true };

export function isFailure(result: object | undefined): result is Failure {
  return result !== undefined && "diagnostics" in result;
}

/** What an interrupted Terraform says of everything that it leaves undone, a diagnostic for each. */
const ofInterrupt =
  /execution halted|operation (was )?cancel?led|context cancel?led|request cancel?led|interrupted|plugin did not respond|operation not completed/i;

/** Reads a run that failed, in Terraform's words as far as they help. */
export function failureOf(stack: string, run: TerraformRun, wasInterrupted: boolean): Failure {
  const { diagnostics, stdout, stderr, code } = run;
  const told = diagnostics
    .filter(({ summary, detail }) => !(wasInterrupted && ofInterrupt.test(`${summary}\n${detail}`)))
    .map((diagnostic) => withoutAdviceOnLocks(stack, diagnostic));
  if (told.some(({ severity }) => severity === "error")) return { diagnostics: told };
  if (wasInterrupted) return { diagnostics: told, isInterrupted: true };
  return {
    diagnostics: [...told, textDiagnostic(`terraform ended with code ${code}`, `${stdout}\n${stderr}`)],
  };
}

/** Terraform advises `-lock=false`, which two at once end in a broken state. */
function withoutAdviceOnLocks(stack: string, diagnostic: TerraformDiagnostic): TerraformDiagnostic {
  if (diagnostic.summary !== "Error acquiring the state lock") return diagnostic;
  const detail = diagnostic.detail.replace(/\n\s*\S+ acquires a state lock[^]*$/, "").trimEnd();
  const advice = `Another ecs-env or terraform works on ${stack}: wait until it is done.`;
  return { ...diagnostic, detail: `${detail}\n\n${advice}` };
}
