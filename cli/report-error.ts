import { ConfigError } from "../problems/config-error";
import { ConstructError } from "../problems/construct-error";

/** Prints an error for the person at the terminal and returns the exit code: 1. Stack traces only with DEBUG. */
export function reportError(error: unknown, env: NodeJS.ProcessEnv): number {
  console.error(describe(error));
  if (env["DEBUG"] && error instanceof Error) console.error(error.stack);
  return 1;
}

function describe(error: unknown): string {
  if (error instanceof ConfigError || error instanceof ConstructError) return error.message;
  const text = error instanceof Error ? error.message : String(error);
  return `${text}\nThis is not a problem of your input that we foresaw. Run again with DEBUG=1 for the stack trace.`;
}
