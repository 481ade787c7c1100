import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Estate } from "../config/environment";
import { ConfigError } from "../problems/config-error";

const folder = join(__dirname, "..", "environments");

/**
 * Loads `environments/index.ts`. The first file with problems stops Node from loading the others, so that on failure
 * each file is asked on its own: a person sees the problems of all of them at once.
 *
 * @throws ConfigError with the problems of one file, or EnvironmentsError with those of several.
 */
export function loadEstate(): Estate {
  try {
    return loadModule("index.ts").estate;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const errors = [error, ...errorsOfFiles()];
    const bySource = new Map(errors.map((each) => [each.source, each]));
    if (bySource.size === 1) throw error;
    throw new EnvironmentsError([...bySource.values()]);
  }
}

/** Problems in several environment files. */
export class EnvironmentsError extends Error {
  override readonly name = "EnvironmentsError";

  constructor(errors: readonly ConfigError[]) {
    super(errors.map((error) => error.message).join("\n"));
  }
}

function errorsOfFiles(): ConfigError[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && name !== "index.ts")
    .sort()
    .flatMap((name) => {
      try {
        loadModule(name);
        return [];
      } catch (error) {
        if (error instanceof ConfigError) return [error];
        throw error;
      }
    });
}

function loadModule(name: string): { readonly estate: Estate } {
  // Loaded when asked for, not when this file is: an error must reach the caller.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require(join(folder, name));
}
