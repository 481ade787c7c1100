import { interleave, median, ratio } from "../measure/samples";
import type { Runner } from "../measure/runner";
import type { Result } from "../result";
import type { Scale } from "./scale";

/** Goal 4: HCL for review against JSON for Terraform; loading is the same in both and left out. */
export function measureReviewFiles(runner: Runner, { rounds }: Scale): Result[] {
  const { review, json } = interleave(rounds, {
    review: () => runner.program("review", { loader: "precompiled" }),
    json: () => runner.program("ours", { loader: "precompiled" }),
  });
  const [samples, others] = [review, json].map((each) => each.map(({ runs: [first = Number.NaN] }) => first));
  if (!samples || !others) throw new Error("nothing was measured");
  return [
    {
      goal: 4,
      what: "HCL for review against JSON, four environments",
      unit: "×",
      value: ratio(samples, others),
      limit: 1.5,
      detail: `${Math.round(median(samples))} / ${Math.round(median(others))} ms`,
    },
  ];
}
