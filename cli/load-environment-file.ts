import { join } from "node:path";
import { ConfigError } from "../problems/config-error";
import { explainLoadError } from "./explain-load-error";

/** What a file exports, or why it could not be loaded. */
export type LoadedFile =
  { readonly exports: Readonly<Record<string, unknown>> } | { readonly error: ConfigError };

/** Loads one file of `environments/`. @throws what is no mistake of the file's author. */
export function loadEnvironmentFile(folder: string, name: string): LoadedFile {
  const path = join(folder, name);
  try {
    // Loaded when asked for, not when this file is: an error must reach the caller.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    return { exports: require(path) };
  } catch (error) {
    // Whatever name the environment gave itself, people look for the file.
    if (error instanceof ConfigError) {
      const source = error.source.startsWith("environments/") ? `environments/${name}` : error.source;
      return { error: new ConfigError(source, error.problems) };
    }
    const problem = explainLoadError(error, path);
    if (!problem) throw error;
    return { error: new ConfigError(`environments/${name}`, [problem]) };
  }
}
