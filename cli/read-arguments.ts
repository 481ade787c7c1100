import { parseArgs } from "node:util";
import { didYouMean } from "../problems/did-you-mean";
import type { Estate } from "../config/environment";
import { ConfigError } from "../problems/config-error";
import { formatGiven, type Problem } from "../problems/problem";

export interface Arguments {
  /** Name of the one environment (or `tooling`) to work on; undefined for all. */
  readonly only: string | undefined;
  readonly flags: ReadonlySet<string>;
}

/** Reads `[environment] [--flag…]`. @throws ConfigError for what the command does not know. */
export function readArguments(
  command: string,
  argv: readonly string[],
  estate: Estate,
  knownFlags: readonly string[] = [],
): Arguments {
  const { values, positionals } = parseArgs({ args: [...argv], strict: false, allowPositionals: true });
  const names = ["tooling", ...estate.environments.map(({ name }) => name)];
  const problems = [
    ...positionals.slice(1).map((given) => extraArgument(given)),
    ...positionals.slice(0, 1).flatMap((given) => unknownEnvironment(given, names)),
    ...Object.keys(values).flatMap((given) => unknownFlag(given, knownFlags)),
  ];
  if (problems.length > 0) throw new ConfigError(command, problems);
  return { only: positionals[0], flags: new Set(Object.keys(values)) };
}

function extraArgument(given: string): Problem {
  return {
    where: "argument",
    must: "must be the only environment",
    got: formatGiven(given),
    advice: "Name one environment, or none for all.",
  };
}

function unknownEnvironment(given: string, names: readonly string[]): Problem[] {
  if (names.includes(given)) return [];
  const must = "must be an environment of environments/index.ts, or tooling";
  return [{ where: "environment", must, got: formatGiven(given), advice: didYouMean(given, names) }];
}

function unknownFlag(given: string, known: readonly string[]): Problem[] {
  if (known.includes(given)) return [];
  const advice = known.length > 0 ? `The command knows --${known.join(", --")}.` : "Leave it out.";
  return [{ where: "option", must: "must be known to the command", got: `--${given}`, advice }];
}
