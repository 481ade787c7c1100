import { type Flow } from "../../terraform/flow/flow";
import { textSummary } from "../../terraform/summary/format-summary";
import { confirm } from "./confirm";
import { type ProgressLines } from "./progress";
import { type Command } from "./read-command";

/** Shows what would happen and asks for the environment's or stack's name to be typed. */
export function askBefore(
  { flags, target }: Command,
  name: Flow["command"],
  lines: ProgressLines,
): NonNullable<Flow["confirm"]> {
  return async (plans) => {
    lines.clear();
    const stacks = plans.map((plan) => ({
      ...plan,
      status: "planned" as const,
      hasChanges: true,
      diagnostics: [],
    }));
    const summary = { command: name, isOffline: false, stacks, assumptions: [], seconds: 0 };
    const isTerminal = process.stdin.isTTY && process.stderr.isTTY && !flags.has("json");
    const style = { bold: (text: string) => text, isVerbose: flags.has("verbose") };
    process.stderr.write(`${textSummary(summary, style)}\n\n`);
    return confirm(`${name} ${plans.map(({ stack }) => stack).join(", ")}?`, target ?? name, isTerminal);
  };
}
