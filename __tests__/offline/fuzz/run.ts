import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { prepareProcess } from "../../../cli/prepare-process";
import { drawCase, type FuzzOutcome, runCase } from "./fuzz-case";
import { shrinkCase } from "./shrink-case";

/** A line of the report: a case that ran, and the smallest estate that breaks alike. */
interface ReportLine extends FuzzOutcome {
  readonly seed: number;
  /** Draws that `config/` refused before it accepted one. */
  readonly refused: number;
  readonly environments: number;
  readonly services: number;
  readonly smallest?: unknown;
}

/**
 * `npm run fuzz`: generated estates that `config/` accepts, planned and applied by the real terraform. A run that was stopped goes on
 * where it was: cases that the report has are not run again.
 *
 * `FUZZ_CASES`: how many, 500 unless given; `FUZZ_SEED`: the first seed, 1 unless given; each case has a seed of its own;
 * `FUZZ_PARALLEL`: how many at a time, 2 unless given; `FUZZ_REPORT`: file with a line of JSON per case; `FUZZ_SHRINK=0`: failures as drawn.
 */
async function fuzz(env: NodeJS.ProcessEnv): Promise<boolean> {
  const first = Number(env["FUZZ_SEED"] ?? 1);
  const count = Number(env["FUZZ_CASES"] ?? 500);
  const report = env["FUZZ_REPORT"] ?? ".ecs-env/fuzz.jsonl";
  const begun = readReport(report);
  const done = new Set(begun.map(({ seed }) => seed));
  const seeds = Array.from({ length: count }, (_, index) => first + index);
  const left = seeds.filter((seed) => !done.has(seed));
  mkdirSync(dirname(report), { recursive: true });
  say(`${count} cases from seed ${first}, ${count - left.length} of them in ${report} already`);
  const worker = async () => {
    for (let seed = left.shift(); seed !== undefined; seed = left.shift()) {
      const line = await runSeed(seed, env["FUZZ_SHRINK"] !== "0");
      appendFileSync(report, `${JSON.stringify(line)}\n`);
      if (line.failure)
        say(`seed ${seed}: ${line.failure.step} of ${line.failure.stack}: ${line.failure.message}`);
      else if (seed % 10 === 0) say(`seed ${seed}: ${line.resources} resources in ${line.seconds} s`);
    }
  };
  await Promise.all(Array.from({ length: Number(env["FUZZ_PARALLEL"] ?? 2) }, worker));
  return summarize(readReport(report).filter(({ seed }) => seeds.includes(seed)));
}

async function runSeed(seed: number, shrinks: boolean): Promise<ReportLine> {
  const { generated, refused } = drawCase(seed);
  const outcome = await runCase(generated);
  const { environments } = generated;
  const services = environments.reduce((sum, { input }) => sum + Object.keys(input.services).length, 0);
  const line = { seed, refused, environments: environments.length, services, ...outcome };
  if (!outcome.failure) return line;
  return { ...line, smallest: shrinks ? await shrinkCase(generated, outcome.failure) : generated };
}

function summarize(lines: readonly ReportLine[]): boolean {
  const sum = (part: (line: ReportLine) => number) => lines.reduce((total, line) => total + part(line), 0);
  const failures = lines.filter(({ failure }) => failure);
  const accepted = (100 * lines.length) / (lines.length + sum(({ refused }) => refused));
  say(
    `${lines.length} estates, ${sum((line) => line.environments)} environments, ${sum((line) => line.services)} services, ` +
      `${sum((line) => line.resources)} resources, ${Math.round(sum((line) => line.seconds))} s; config/ accepted ${accepted.toFixed(0)} % of the draws`,
  );
  for (const { seed, failure, smallest } of failures) {
    say(
      `\nseed ${seed} fails: ${JSON.stringify(failure, undefined, 2)}\n${JSON.stringify(smallest, undefined, 2)}`,
    );
  }
  say(`${failures.length} failures`);
  return failures.length === 0;
}

function readReport(path: string): readonly ReportLine[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line));
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

prepareProcess(process.env);
fuzz(process.env).then(
  (isClean) => {
    process.exitCode = isClean ? 0 : 1;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  },
);
