import { type EnvironmentFiles } from "../estate/estate";
import { type BilledItem, billedName, hoursPerMonth, type Range } from "./billed-item";
import { billedItems } from "./billed-items";
import { type Prices } from "./price-file";

/** `mixed`: more of one thing and less of another, and no prices to tell which weighs more. */
export type CostDirection = "more" | "less" | "same" | "mixed";

export interface CostLine {
  readonly key: string;
  /** For people: `NAT gateways`. */
  readonly name: string;
  readonly unit: BilledItem["unit"];
  readonly before: Range;
  readonly after: Range;
}

export interface CostComparison {
  readonly direction: CostDirection;
  /** Only what differs. */
  readonly lines: readonly CostLine[];
  /** Places of what is billed by an amount that the files do not tell. */
  readonly unknown: readonly string[];
  /** What the lines cost by the month; only with a price file. */
  readonly money?: {
    readonly currency: string;
    readonly before: Range;
    readonly after: Range;
    /** Keys without a price: they are not in the sums. */
    readonly missing: readonly string[];
  };
}

/** How the hourly bill of an environment changes; a side without the environment costs nothing. */
export function compareCosts(
  before: EnvironmentFiles | undefined,
  after: EnvironmentFiles | undefined,
  prices?: Prices,
): CostComparison {
  const [old, now] = [before, after].map((side) => (side ? billedItems(side) : { items: [], unknown: [] }));
  const [was, is] = [byKey(old?.items ?? []), byKey(now?.items ?? [])];
  const lines = [...new Map([...was, ...is]).values()]
    .map(({ key, unit }): CostLine => {
      const [one, other] = [was.get(key)?.amount ?? nothing, is.get(key)?.amount ?? nothing];
      return { key, name: billedName(key), unit, before: one, after: other };
    })
    .filter((line) => line.before.min !== line.after.min || line.before.max !== line.after.max)
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const money = prices && inMoney(lines, prices);
  const isComplete = money !== undefined && money.missing.length === 0;
  const changes = isComplete ? [{ before: money.before, after: money.after }] : lines;
  return { direction: directionOf(changes), lines, unknown: now?.unknown ?? [], ...(money && { money }) };
}

const nothing: Range = { min: 0, max: 0 };

function byKey(items: readonly BilledItem[]): ReadonlyMap<string, BilledItem> {
  return new Map(items.map((item) => [item.key, item]));
}

function directionOf(changes: readonly { readonly before: Range; readonly after: Range }[]): CostDirection {
  const steps = changes.flatMap(({ before, after }) => [after.min - before.min, after.max - before.max]);
  const [isMore, isLess] = [steps.some((step) => step > 0), steps.some((step) => step < 0)];
  if (isMore && isLess) return "mixed";
  return isMore ? "more" : isLess ? "less" : "same";
}

function inMoney(
  lines: readonly CostLine[],
  { currency, perHour, perGibMonth }: Prices,
): CostComparison["money"] {
  const priceOf = ({ key, unit }: CostLine) => {
    const price = unit === "hour" ? perHour[key] : perGibMonth[key];
    return price === undefined ? undefined : unit === "hour" ? price * hoursPerMonth : price;
  };
  const sum = (side: "before" | "after", end: "min" | "max") =>
    lines.reduce((total, line) => total + line[side][end] * (priceOf(line) ?? 0), 0);
  return {
    currency,
    before: { min: sum("before", "min"), max: sum("before", "max") },
    after: { min: sum("after", "min"), max: sum("after", "max") },
    missing: lines.filter((line) => priceOf(line) === undefined).map(({ key }) => key),
  };
}
