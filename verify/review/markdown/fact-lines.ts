import { hoursPerMonth, type Range } from "../../cost/billed-item";
import { type CostComparison, type CostLine } from "../../cost/compare-costs";
import { type ReviewFinding, type ReviewPath, type WaivedReviewFinding } from "../review-input";
import { count, shortenValue } from "./shorten";

/**
 * `+ internet → service.shop on tcp 8080, through balancer.public`: with the declared reason, or else with what opens it. What is
 * declared needs no explanation.
 */
export function pathLines(sign: "+" | "-", paths: readonly ReviewPath[]): readonly string[] {
  const sorted = paths.toSorted((a, b) => Number(b.declared === false) - Number(a.declared === false));
  return bundled(sorted).flatMap(({ from, ends, ports, through, declared, why }) => {
    const way = `${from} → ${ends.join(", ")} on ${ports}${through === undefined ? "" : `, through ${through}`}`;
    const isExplained = sign === "+" && ends.length === 1 && typeof declared !== "string";
    return [
      `${sign} ${way}${remarkOn(declared)}`,
      ...(isExplained ? why.map((line) => `${sign}     ${shortenValue(line, 320)}`) : []),
    ];
  });
}

function remarkOn(declared: ReviewPath["declared"]): string {
  if (declared === undefined) return "";
  return declared === false ? " (NOT DECLARED)" : ` (${declared})`;
}

/** Endpoints of AWS that one end reaches in the same way are told in one line. */
function bundled(
  paths: readonly ReviewPath[],
): readonly (ReviewPath & { readonly ends: readonly string[] })[] {
  const bundles = new Map<string, ReviewPath & { readonly ends: string[] }>();
  for (const path of paths) {
    const { from, to, ports, through } = path;
    const key = JSON.stringify([from, ports, through, to.startsWith("endpoint.") ? "" : to]);
    const known = bundles.get(key);
    if (known) known.ends.push(to);
    else bundles.set(key, { ...path, ends: [to] });
  }
  return [...bundles.values()];
}

export function findingLines(sign: "+" | "-", findings: readonly ReviewFinding[]): readonly string[] {
  return findings.map(({ rule, severity, place, text }) => {
    const word = sign === "+" ? `new ${severity}` : "fixed";
    return `${sign === "+" ? "-" : "+"} ${word} ${rule} ${place}: ${shortenValue(text, 240)}`;
  });
}

/** Whoever adds a waiver asks the reviewer to agree with it. */
export function waivedLines(findings: readonly WaivedReviewFinding[]): readonly string[] {
  return findings.flatMap(({ rule, place, text, reason, until }) => [
    `! waived until ${until}: ${rule} ${place}: ${shortenValue(text, 160)}`,
    `!     ${shortenValue(reason, 160)}`,
  ]);
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
    missing.length > 0
      ? `  no sum: the price file has no price of ${missing.join(", ")}`
      : `  together ${range(before)} → ${range(after)} ${currency} a month, by the price file`,
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
