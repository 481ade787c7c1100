import { hoursPerMonth, type Range } from "../../cost/billed-item";
import { type CostComparison, type CostLine } from "../../cost/compare-costs";
import { type ReviewFinding, type ReviewPath } from "../review-input";
import { count, shortenValue } from "./shorten";

/** `+ internet → service.shop on tcp 8080, through balancer.public`, and below it why. */
export function pathLines(sign: "+" | "-", paths: readonly ReviewPath[]): readonly string[] {
  return paths.flatMap(({ from, to, ports, through, why }) => [
    `${sign} ${from} → ${to} on ${ports}${through === undefined ? "" : `, through ${through}`}`,
    ...why.map((line) => `${sign}     ${shortenValue(line, 200)}`),
  ]);
}

export function findingLines(sign: "+" | "-", findings: readonly ReviewFinding[]): readonly string[] {
  return findings.map(({ rule, severity, place, text }) => {
    const word = sign === "+" ? severity : "fixed";
    return `${sign === "+" ? "-" : "+"} ${word} ${rule} ${place}: ${shortenValue(text, 240)}`;
  });
}

/** What is billed by the hour, before and after, and what it costs where a price file says so. */
export function costLines({ lines, unknown, money }: CostComparison): readonly string[] {
  return [
    ...lines.map(costLine),
    ...(money ? moneyLines(money) : []),
    ...(unknown.length > 0 ? [`  not counted, the files do not tell how many: ${unknown.join(", ")}`] : []),
  ];
}

function costLine({ name, unit, before, after }: CostLine): string {
  const isMore = after.min + after.max > before.min + before.max;
  const change = `${isMore ? "+" : "-"} ${name}: ${range(before)} → ${range(after)}`;
  if (unit === "GiB-month") return `${change} GiB`;
  return `${change} (${range(inHours(before))} → ${range(inHours(after))} hours a month)`;
}

function moneyLines({
  currency,
  before,
  after,
  missing,
}: NonNullable<CostComparison["money"]>): readonly string[] {
  return [
    `  together ${range(before)} → ${range(after)} ${currency} a month, by the price file`,
    ...(missing.length > 0 ? [`  without a price, and not in the sum: ${missing.join(", ")}`] : []),
  ];
}

function inHours({ min, max }: Range): Range {
  return { min: min * hoursPerMonth, max: max * hoursPerMonth };
}

/** `2`, or `2–8` with autoscaling. */
function range({ min, max }: Range): string {
  return min === max ? rounded(min) : `${rounded(min)}–${rounded(max)}`;
}

function rounded(amount: number): string {
  const [whole = "", part = ""] = amount.toFixed(2).split(".");
  const digits = part.replace(/0+$/, "");
  return digits === "" ? count(Number(whole)) : `${count(Number(whole))}.${digits}`;
}
