import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { fullScale, quickScale, type Scale } from "./goals/scale";
import { makeRunner, type Runner } from "./measure/runner";
import { withWorkshop } from "./measure/workshop";
import { formatResults, verdictOf, type Result } from "./result";

/** Measurements by the number of their goal in docs/performance.md. */
export type Goals = Readonly<Record<string, (runner: Runner, scale: Scale) => Result[]>>;

/** Measures goals as ratios. `--quick` shows in seconds that all of it runs; `--goal` measures one of them. */
export function bench(argv: readonly string[], goals: Goals): void {
  const { values } = parseArgs({
    args: [...argv],
    options: { json: { type: "boolean" }, quick: { type: "boolean" }, goal: { type: "string" } },
  });
  const scale = values.quick ? quickScale : fullScale;
  const wanted = Object.entries(goals).filter(([goal]) => goal === (values.goal ?? goal));
  if (wanted.length === 0) throw new Error(`there is no goal ${values.goal}; use ${Object.keys(goals)}`);
  const results = withWorkshop((workshop) => {
    const runner = makeRunner(workshop);
    return wanted.flatMap(([, measure]) => measure(runner, scale));
  });
  const machine = `Node ${process.versions.node}, ${cpus().length} cores, ${cpus()[0]?.model ?? "unknown"}`;
  if (values.json) {
    const rows = results.map((result) => ({ ...result, verdict: verdictOf(result) }));
    console.log(JSON.stringify({ machine, scale, results: rows }, undefined, 2));
  } else {
    console.log(`${formatResults(results)}\n\n${machine}, ${new Date().toISOString().slice(0, 10)}`);
  }
}
