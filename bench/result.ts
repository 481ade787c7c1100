import { formatTable } from "../cli/format-table";

/** One line of the bench: a measured value, and the goal of docs/performance.md where there is one. */
export interface Result {
  /** Number of the goal in docs/performance.md. */
  readonly goal: number;
  readonly what: string;
  readonly unit: "×" | "MiB" | "s";
  /** Undefined where it could not be measured; `detail` says why. */
  readonly value: number | undefined;
  /** What the value must not exceed; undefined for lines that only inform. */
  readonly limit: number | undefined;
  /** What the value was made from. */
  readonly detail: string;
}

export type Verdict = "pass" | "miss" | "not measured" | "–";

export function verdictOf({ value, limit }: Result): Verdict {
  if (value === undefined) return "not measured";
  if (limit === undefined) return "–";
  return value <= limit ? "pass" : "miss";
}

export function formatResults(results: readonly Result[]): string {
  return formatTable(
    ["goal", "what", "measured", "limit", "verdict", "from"],
    results.map((result) => {
      const { goal, what, unit, value, limit, detail } = result;
      const show = (number: number | undefined) => (number === undefined ? "" : format(number, unit));
      return [String(goal), what, show(value), show(limit), verdictOf(result), detail];
    }),
  );
}

function format(value: number, unit: Result["unit"]): string {
  if (unit === "×") return `${value.toFixed(2)}×`;
  return unit === "s" ? `${value.toFixed(1)} s` : `${Math.round(value)} ${unit}`;
}
