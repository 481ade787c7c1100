import { interleave } from "../measure/samples";
import type { Runner } from "../measure/runner";
import type { Result } from "../result";
import { compare } from "./compare";
import { firstRun } from "./first-run";
import type { Scale } from "./scale";

/** Goal 4: HCL for review against JSON for Terraform; loading is the same in both and left out. */
export function measureReviewFiles(runner: Runner, { rounds }: Scale): Result[] {
  const { review, json } = interleave(rounds, {
    review: () => runner.program("review", { loader: "precompiled" }),
    json: () => runner.program("ours", { loader: "precompiled" }),
  });
  const line = { goal: 4, what: "HCL for review against JSON, four environments", limit: 1.5 };
  return [compare(line, review.map(firstRun), json.map(firstRun))];
}
