import type { Task } from "@aws-sdk/client-ecs";
import { adviceFor } from "../diagnosis/advice";
import type { Outcome } from "../progress/progress";

/** How a one-off task ended. */
export interface TaskEnd {
  readonly outcome: Extract<Outcome, "done" | "command-failed" | "precondition" | "failed">;
  readonly message: string;
  readonly advice?: string;
}

/** What a stopped task says about its command, which ran in this container. */
export function taskEnd(task: Task, container: string): TaskEnd {
  const { name, exitCode, reason } = task.containers?.find((one) => one.name === container) ?? {
    name: container,
  };
  if (exitCode === 0) return { outcome: "done", message: "The command ended with code 0." };
  if (exitCode !== undefined) {
    const why = reason === undefined ? "" : `: ${reason}`;
    return { outcome: "command-failed", message: `The command ended with code ${exitCode}${why}.` };
  }
  const reasons = [task.stoppedReason, reason].filter((text) => text !== undefined);
  const why = reasons.length > 0 ? `: ${reasons.join("; ")}` : "";
  const { stopCode } = task;
  const advice = adviceFor({
    reasons,
    exitCodes: [],
    logLines: [],
    ...(stopCode !== undefined && { stopCode }),
  });
  // Without a start nothing of the command can have happened.
  const hasStarted = task.startedAt !== undefined;
  return {
    outcome: hasStarted ? "failed" : "precondition",
    message: hasStarted
      ? `Container ${name} ended without an exit code${why}.`
      : `The task did not start${why}.`,
    ...(advice !== undefined && { advice }),
  };
}
