import { wrongUsage } from "../../deploy/exit-codes";
import { jsonLine } from "../../deploy/progress/json-lines";
import { isApplicationCommand } from "./applications/application-forms";
import { commandNamed } from "./read-command";

/** The summary for programs of a run that ended before anything was looked at; undefined when none was asked for. */
export function jsonError(argv: readonly string[], error: unknown): string | undefined {
  const end = argv.indexOf("--");
  const own = end < 0 ? argv : argv.slice(0, end);
  const command = commandNamed(own);
  if (!own.includes("--json") || command === "offline") return undefined;
  const text = error instanceof Error ? error.message : String(error);
  if (command !== undefined && isApplicationCommand(command)) {
    const content = { kind: "end", command, exitCode: wrongUsage, services: [], error: text };
    return jsonLine(content, Date.now());
  }
  return JSON.stringify({ version: 1, command, exitCode: 1, stacks: [], error: text }, null, 2);
}
