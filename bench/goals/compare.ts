import { median, ratio } from "../measure/samples";
import type { Timing } from "../measure/timing";
import type { Result } from "../result";

/** A line that compares timings of the same rounds by processor time; the elapsed ratio stands beside it. */
export function compare(
  line: Pick<Result, "goal" | "what" | "limit">,
  ours: readonly Timing[],
  others: readonly Timing[],
): Result {
  const processor = [ours, others].map((timings) => timings.map((timing) => timing.processor));
  const elapsed = [ours, others].map((timings) => timings.map((timing) => timing.elapsed));
  const [own = [], other = []] = processor;
  const [ownElapsed = [], otherElapsed = []] = elapsed;
  return {
    ...line,
    unit: "×",
    value: ratio(own, other),
    detail: `${show(median(own))} / ${show(median(other))} ms; elapsed ${ratio(ownElapsed, otherElapsed).toFixed(2)}×`,
  };
}

function show(milliseconds: number): string {
  return milliseconds < 10 ? milliseconds.toFixed(2) : String(Math.round(milliseconds));
}
