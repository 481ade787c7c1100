import type { ServiceResult, ServicesRequest } from "../../../deploy/commands/delivery-request";
import { exitCodeOf } from "../../../deploy/exit-codes";
import type { Surroundings } from "../../../deploy/ports/ports";
import { harmlessProblems } from "../../../deploy/progress/harmless-problems";
import type { Report } from "../../../deploy/progress/progress";
import { type Command } from "../read-command";

/** What a command for applications is given. */
export interface ProgramInput {
  readonly command: Command;
  readonly env: NodeJS.ProcessEnv;
  /** One per environment. */
  readonly requests: readonly [ServicesRequest, ...ServicesRequest[]];
  readonly report: Report;
  readonly surroundings: Surroundings;
}

/** How a command ended. */
export interface Ending {
  readonly exitCode: number;
  /** The answer for people, on standard output. */
  readonly text?: string;
  /** What does not hold, for people, on standard error. */
  readonly problems?: string;
  /** The answer for programs, one object per line. */
  readonly json: readonly object[];
}

export type Program = (input: ProgramInput) => Promise<Ending>;

/** The ending of a command that reported what became of each service. */
export function endingOf({ command, requests }: ProgramInput, results: readonly ServiceResult[]): Ending {
  const exitCode = exitCodeOf(results.map(({ outcome }) => outcome));
  const [{ environment }] = requests;
  const problems = results
    .filter((result) => result.problems.length > 0)
    .map((result) => harmlessProblems(`${environment}/${result.service}`, result.problems));
  return {
    exitCode,
    ...(problems.length > 0 && { problems: problems.join("\n") }),
    json: [{ kind: "end", command: command.name, environment, exitCode, services: results }],
  };
}
