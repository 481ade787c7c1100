import fc from "fast-check";
import { logRetentionDays } from "../../../limits/log-retention";

const letters = [..."abcdefghijklmnopqrstuvwxyz"];

/** Name of an environment, a service or a database. */
export function name(maxLength: number): fc.Arbitrary<string> {
  const rest = fc.stringOf(fc.constantFrom(...letters, ..."0123456789"), { maxLength: maxLength - 2 });
  return fc
    .tuple(fc.constantFrom(...letters), rest, fc.boolean(), fc.constantFrom(...letters))
    .map(([first, middle, hyphen, last]) => {
      const inner = hyphen && middle.length > 2 ? `${middle.slice(0, 1)}-${middle.slice(2)}` : middle;
      return `${first}${inner}${last}`;
    });
}

/** Left out as often as given. */
export function maybe<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined, freq: 1 });
}

/** Given one time in six. */
export function rarely<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
}

export function byName<T>(names: readonly string[], values: readonly T[]): Record<string, T> {
  return Object.fromEntries(names.map((key, index) => [key, values[index] as T]));
}

/** Days that CloudWatch keeps logs. */
export function retention(production: boolean): fc.Arbitrary<number> {
  return fc.constantFrom(...logRetentionDays.filter((days) => !production || days >= 365));
}

/** Text that people own, at times such that looks like code. */
export function text(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom(
      "${x}",
      "%{if true}",
      '"quoted"',
      "line\nbreak",
      "$${",
      "ü€",
      "😀",
      "",
      " ",
      "<&>",
      "\\n",
      "'",
    ),
  );
}
