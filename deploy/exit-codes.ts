import type { Outcome } from "./progress/progress";

/** Exit codes of the commands for applications, documented in docs/deploy.md; scripts rely on them. */
export const exitCodes = {
  done: 0,
  unchanged: 0,
  planned: 0,
  started: 0,
  "rolled-back": 1,
  "command-failed": 1,
  precondition: 3,
  /** Failed and NOT rolled back: a person must look. */
  failed: 4,
  interrupted: 130,
} as const satisfies Readonly<Record<Outcome, number>>;

/** A command line that cannot be read. */
export const wrongUsage = 2;

/** Most urgent last: what several services in one call end with. */
const urgency: readonly number[] = [0, 3, 1, 130, 4];

/** The one exit code of several outcomes: the one that needs a person most. */
export function exitCodeOf(outcomes: readonly Outcome[]): number {
  const codes = outcomes.map((outcome) => exitCodes[outcome]);
  return codes.reduce<number>(
    (worst, code) => (urgency.indexOf(code) > urgency.indexOf(worst) ? code : worst),
    0,
  );
}
