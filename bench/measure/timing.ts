import { readFileSync } from "node:fs";

/** How long something took, in milliseconds. */
export interface Timing {
  /** By the clock; whatever else the machine does is in it. */
  readonly elapsed: number;
  /** By the processor, all threads and child processes together: what the work itself costs. */
  readonly processor: number;
}

/** Times what happens in this process until the returned function is called. */
export function startTiming(): () => Timing {
  const start = performance.now();
  const used = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(used);
    return { elapsed: performance.now() - start, processor: (user + system) / 1000 };
  };
}

/** Times child processes, which `run` waits for. Only Linux knows their processor time; elsewhere it is the elapsed. */
export function timeChildren(run: () => void): Timing {
  const start = performance.now();
  const before = processorTimeOfChildren();
  run();
  const elapsed = performance.now() - start;
  const after = processorTimeOfChildren();
  return { elapsed, processor: before === undefined || after === undefined ? elapsed : after - before };
}

/** `cutime` and `cstime` of proc_pid_stat(5), in ticks of ten milliseconds. */
function processorTimeOfChildren(): number | undefined {
  if (process.platform !== "linux") return undefined;
  // The name of the process, in parentheses, may hold spaces.
  const [, fields = ""] = readFileSync("/proc/self/stat", "utf8").split(/\) (?!.*\))/);
  const [user, system] = fields.split(" ").slice(13, 15).map(Number);
  return ((user ?? Number.NaN) + (system ?? Number.NaN)) * 10;
}
