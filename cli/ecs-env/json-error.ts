import { commandNames } from "./command-forms";

/** The summary for programs of a run that ended before any stack was looked at; undefined when none was asked for. */
export function jsonError(argv: readonly string[], error: unknown): string | undefined {
  const end = argv.indexOf("--");
  const own = end < 0 ? argv : argv.slice(0, end);
  const command = commandNames.find((one) => own.includes(one));
  if (!own.includes("--json") || command === "offline") return undefined;
  const text = error instanceof Error ? error.message : String(error);
  return JSON.stringify({ version: 1, command, exitCode: 1, stacks: [], error: text }, null, 2);
}
