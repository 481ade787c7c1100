import { ConfigError } from "../problems/config-error";
import { ConstructError } from "../problems/construct-error";
import { EnvironmentsError } from "./environments-error";

const ofInput = [ConfigError, ConstructError, EnvironmentsError];

/** Prints an error for the person at the terminal and returns the exit code: 1. Stack traces only with DEBUG. */
export function reportError(error: unknown, env: NodeJS.ProcessEnv): number {
  console.error(describe(error));
  if (env["DEBUG"] && error instanceof Error) console.error(error.stack);
  return 1;
}

function describe(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  if (ofInput.some((kind) => error instanceof kind)) return text;
  return `${text}\nThis is not a problem of your input that we foresaw. Run again with DEBUG=1 for the stack trace.`;
}
