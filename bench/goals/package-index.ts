import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { interleave, median, ratio } from "../measure/samples";
import { repository } from "../measure/workshop";
import type { Result } from "../result";
import type { Scale } from "./scale";

const index = join(repository, "dist", "index.js");

/** Goal 7, the part about our package: loading its index against loading cdktf. */
export function measurePackageIndex({ rounds }: Scale): Result[] {
  const lines = { goal: 7, unit: "×" } as const;
  if (!existsSync(index)) {
    const detail = "there is no dist/: run npm run build first";
    return [{ ...lines, what: "loading the package's index", value: undefined, limit: 1.3, detail }];
  }
  const { cdktf, lazy, all } = interleave(rounds, {
    cdktf: () => timeLoading(`require("cdktf")`),
    lazy: () => timeLoading(`require(${JSON.stringify(index)})`),
    all: () => timeLoading(`Object.values(require(${JSON.stringify(index)}))`),
  });
  const compare = (what: string, samples: readonly number[], limit: number | undefined): Result => ({
    ...lines,
    what,
    value: ratio(samples, cdktf),
    limit,
    detail: `${Math.round(median(samples))} / ${Math.round(median(cdktf))} ms`,
  });
  return [
    compare("loading the package's index against cdktf", lazy, 1.3),
    compare("using all that it exports against cdktf", all, undefined),
  ];
}

function timeLoading(expression: string): number {
  const script = `const start = performance.now(); ${expression}; console.log(performance.now() - start);`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ["-e", script], {
    cwd: repository,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}
