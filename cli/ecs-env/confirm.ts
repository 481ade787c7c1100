import { createInterface } from "node:readline/promises";
import { ConfigError } from "../../problems/config-error";

/** Asks for a word to be typed; Ctrl-C and Ctrl-D mean no. @throws ConfigError where nobody can type. */
export async function confirm(question: string, word: string, isTerminal: boolean): Promise<boolean> {
  if (!isTerminal) {
    const must = "must be given where nobody can answer a question";
    const advice = "Look at the plan first, then run again with --auto-approve.";
    throw new ConfigError("ecs-env", [{ where: "--auto-approve", must, got: "nothing", advice }]);
  }
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  const refused = new AbortController();
  reader.on("SIGINT", () => refused.abort()).on("close", () => refused.abort());
  try {
    const typed = await reader.question(`${question} Type "${word}" to go on: `, { signal: refused.signal });
    return typed.trim() === word;
  } catch (error) {
    if (!refused.signal.aborted) throw error;
    process.stderr.write("\n");
    return false;
  } finally {
    reader.close();
  }
}
