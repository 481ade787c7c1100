import { createInterface } from "node:readline/promises";
import { ConfigError } from "../../problems/config-error";

/** Asks for a word to be typed. @throws ConfigError where nobody can type. */
export async function confirm(question: string, word: string, isTerminal: boolean): Promise<boolean> {
  if (!isTerminal) {
    const must = "must be given where nobody can answer a question";
    const advice = "Look at the plan first, then run again with --auto-approve.";
    throw new ConfigError("ecs-env", [{ where: "--auto-approve", must, got: "nothing", advice }]);
  }
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await reader.question(`${question} Type "${word}" to go on: `)).trim() === word;
  } finally {
    reader.close();
  }
}
