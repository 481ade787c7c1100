import { interleave, median, ratio } from "../measure/samples";
import type { Runner } from "../measure/runner";
import type { Result } from "../result";
import type { Scale } from "./scale";

/** Goal 7, the part about our package: loading its index against loading cdktf. */
export function measurePackageIndex({ load, packageIndex }: Runner, { rounds }: Scale): Result[] {
  const lines = { goal: 7, unit: "×" } as const;
  if (packageIndex === undefined) {
    const detail = "there is no dist/: run npm run build first";
    return [{ ...lines, what: "loading the package's index", value: undefined, limit: 1.3, detail }];
  }
  const { cdktf, lazy, all } = interleave(rounds, {
    cdktf: () => load(`require("cdktf")`),
    lazy: () => load(`require(${JSON.stringify(packageIndex)})`),
    all: () => load(`Object.values(require(${JSON.stringify(packageIndex)}))`),
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
