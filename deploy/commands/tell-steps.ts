import type { Report } from "../progress/progress";

/** One step of a command, with the fixed word that machines know it by. */
export interface Step {
  readonly step: string;
  readonly title: string;
  readonly detail?: string;
}

/** Does a step, and tells when it begins and how it ends. @param isDone whether the answer is what the step was for */
export async function tellStep<Answer>(
  report: Report,
  service: string,
  step: Step,
  act: () => Promise<Answer>,
  isDone: (answer: Answer) => boolean = () => true,
): Promise<Answer> {
  const tell = (state: "started" | "done" | "failed") => report({ kind: "step", service, ...step, state });
  tell("started");
  try {
    const answer = await act();
    tell(isDone(answer) ? "done" : "failed");
    return answer;
  } catch (error) {
    tell("failed");
    throw error;
  }
}
