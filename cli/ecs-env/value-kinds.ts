import { formatGiven, type Problem } from "../../problems/problem";

/** What the value of an option can be. */
export type ValueKind = keyof typeof kinds;

interface Kind {
  readonly fits: (value: string) => boolean;
  readonly must: string;
  readonly advice: string;
}

const name = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const isNumber = (value: string, most: number) =>
  /^\d{1,9}(\.\d{1,9})?$/.test(value) && Number(value) > 0 && Number(value) <= most;

const kinds = {
  name: {
    fits: (value) => name.test(value),
    must: "must be a name of lower-case letters, digits and hyphens",
    advice: "Write it as in the environment files.",
  },
  names: {
    fits: (value) => value.split(",").every((one) => name.test(one)),
    must: "must be names of lower-case letters, digits and hyphens, with commas between them",
    advice: "Write them as in the environment files, for example orders,payments.",
  },
  minutes: {
    fits: (value) => isNumber(value, 10_080),
    must: "must be a number of minutes, above 0 and up to 10080 (a week)",
    advice: "Write for example --timeout 45.",
  },
  seconds: {
    fits: (value) => isNumber(value, 300),
    must: "must be a number of seconds, above 0 and up to 300",
    advice: "Write for example --poll 10.",
  },
  count: {
    fits: (value) => /^[1-9]\d{0,3}$/.test(value),
    must: "must be a whole number from 1 to 9999",
    advice: "Write for example --limit 50.",
  },
  moment: {
    fits: (value) => /^\d{1,6}[smhd]$/.test(value) || !Number.isNaN(isoTime(value)),
    must: "must be a duration or a time",
    advice: "Write for example 30s, 10m, 2h, 1d or 2026-11-21T16:00:00Z.",
  },
} as const satisfies Readonly<Record<string, Kind>>;

/** What is wrong with an option's value. */
export function wrongValue(where: string, kind: ValueKind, value: string): Problem[] {
  const { fits, must, advice } = kinds[kind];
  return fits(value) ? [] : [{ where, must, got: formatGiven(value), advice }];
}

/** Milliseconds since 1970 of a moment: `10m` is ten minutes before now. */
export function momentOf(value: string, now: number): number {
  const unit = units[value.at(-1) ?? ""];
  return unit === undefined ? isoTime(value) : now - Number(value.slice(0, -1)) * unit;
}

const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Only whole times with their zone: what `Date` would guess of others depends on the machine. */
function isoTime(value: string): number {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(value) ? Date.parse(value) : NaN;
}
