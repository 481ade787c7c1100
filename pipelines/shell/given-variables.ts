import { type GivenVariable, type Job } from "../model/pipeline";

/** Which of them scripts use. */
export function usedVariables(jobs: readonly Job[]): readonly GivenVariable[] {
  const text = jobs.flatMap(({ script }) => script).join("\n");
  return names.filter((name) => text.includes(`$${name}`));
}

const names = ["COMMIT", "BASE_BRANCH", "FORGE"] as const satisfies readonly GivenVariable[];
