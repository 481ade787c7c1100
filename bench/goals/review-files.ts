import { interleave, median, ratio } from "../measure/samples";
import { runProgram } from "../measure/run-program";
import type { Workshop } from "../measure/workshop";
import type { Result } from "../result";
import type { Scale } from "./scale";

/** Goal 4: HCL for review against JSON for Terraform; loading is the same in both and left out. */
export function measureReviewFiles(workshop: Workshop, { rounds }: Scale): Result[] {
  const { review, json } = interleave(rounds, {
    review: () => runProgram(workshop, "review", { loader: "precompiled" }),
    json: () => runProgram(workshop, "ours", { loader: "precompiled" }),
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
