import fc from "fast-check";
import { logRetentionDays } from "../../../limits/log-retention";

const letters = [..."abcdefghijklmnopqrstuvwxyz"];

const digits = [..."0123456789"];

/** Words that AWS or this library keeps in some place, or that names start with there. */
const special = [
  ...[
    "sg",
    "internal",
    "aws",
    "amazon",
    "default",
    "rds",
    "ecs",
    "ssm",
    "sthree",
    "amzn-s3-demo",
    "xn",
    "lambda",
  ],
  ...[
    "public",
    "endpoints",
    "seed",
    "tooling",
    "admin",
    "root",
    "main",
    "postgres",
    "mysql",
    "fargate",
    "alias",
  ],
];

/** Name of an environment, a service or a database: at times one letter, at times with words that AWS keeps. */
export function name(maxLength: number): fc.Arbitrary<string> {
  const inner = fc.constantFrom(...letters, ...digits);
  const part = fc
    .tuple(fc.constantFrom(...letters), fc.stringOf(inner, { maxLength: maxLength - 1 }))
    .map(([first, rest]) => first + rest);
  const parts = fc
    .tuple(part, fc.stringOf(inner, { minLength: 1, maxLength: 4 }))
    .map(([first, last]) => `${first.slice(0, Math.max(1, maxLength - last.length - 1))}-${last}`);
  const word = fc
    .tuple(fc.constantFrom(...special), fc.constantFrom("", "-x", "-1", "-database"))
    .map(([first, last]) => first + last);
  return fc.oneof(
    { weight: 6, arbitrary: part },
    { weight: 3, arbitrary: parts },
    { weight: 1, arbitrary: word },
  );
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
