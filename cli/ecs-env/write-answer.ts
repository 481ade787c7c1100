import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** Prints an answer, or writes it to the file that `--output` names. */
export function writeAnswer(text: string, output: string | undefined): void {
  const whole = text.endsWith("\n") ? text : `${text}\n`;
  if (output === undefined) {
    process.stdout.write(whole);
    return;
  }
  mkdirSync(dirname(resolve(output)), { recursive: true });
  writeFileSync(output, whole);
}
