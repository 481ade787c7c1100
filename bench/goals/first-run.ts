import type { ProgramRun } from "../measure/run-program";
import type { Timing } from "../measure/timing";

/** The first run of a process, which is the only one that users see. */
export function firstRun({ runs: [first] }: ProgramRun): Timing {
  return first ?? { elapsed: Number.NaN, processor: Number.NaN };
}
