import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { ConfigError } from "../../problems/config-error";

/** Prints an answer, or writes it to the file that an option names. @throws ConfigError for one that cannot be written. */
export function writeAnswer(text: string, output: string | undefined): void {
  const whole = text.endsWith("\n") ? text : `${text}\n`;
  if (output === undefined) {
    process.stdout.write(whole);
    return;
  }
  try {
    mkdirSync(dirname(resolve(output)), { recursive: true });
    writeFileSync(output, whole);
  } catch (error) {
    const got = error instanceof Error ? error.message : String(error);
    const advice = "Name another file, or make room for this one.";
    throw new ConfigError("ecs-env", [
      { where: output, must: "must be a file that can be written", got, advice },
    ]);
  }
}
