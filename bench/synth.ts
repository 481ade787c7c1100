import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { measureAgainstPlainL1 } from "./goals/against-plain-l1";
import { measureGrowth } from "./goals/growth";
import { measurePackageIndex } from "./goals/package-index";
import { measureReviewFiles } from "./goals/review-files";
import { fullScale, quickScale } from "./goals/scale";
import { measureSynthCommand } from "./goals/synth-command";
import { makeRunner } from "./measure/runner";
import { withWorkshop } from "./measure/workshop";
import { formatResults, verdictOf, type Result } from "./result";

/**
 * `npm run bench [-- --quick] [-- --json] [-- --goal <number>]`: measures the goals of docs/performance.md as ratios.
 * `--quick` shows in seconds that all of it runs; `--goal` measures one of them.
 */
function bench(argv: readonly string[]): void {
  const { values } = parseArgs({
    args: [...argv],
    options: { json: { type: "boolean" }, quick: { type: "boolean" }, goal: { type: "string" } },
  });
  const scale = values.quick ? quickScale : fullScale;
  const results = withWorkshop((workshop) => {
    const runner = makeRunner(workshop);
    const goals: Readonly<Record<string, () => Result[]>> = {
      1: () => measureAgainstPlainL1(runner, scale),
      2: () => measureSynthCommand(runner, scale),
      3: () => measureGrowth(runner, scale),
      4: () => measureReviewFiles(runner, scale),
      7: () => measurePackageIndex(runner, scale),
    };
    const measured = Object.entries(goals).filter(([goal]) => goal === (values.goal ?? goal));
    if (measured.length === 0) throw new Error(`there is no goal ${values.goal}; use ${Object.keys(goals)}`);
    return measured.flatMap(([, measure]) => measure());
  });
  const machine = `Node ${process.versions.node}, ${cpus().length} cores, ${cpus()[0]?.model ?? "unknown"}`;
  if (values.json) {
    const rows = results.map((result) => ({ ...result, verdict: verdictOf(result) }));
    console.log(JSON.stringify({ machine, scale, results: rows }, undefined, 2));
  } else {
    console.log(`${formatResults(results)}\n\n${machine}, ${new Date().toISOString().slice(0, 10)}`);
  }
}

bench(process.argv.slice(2));
