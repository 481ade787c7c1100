import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Estate } from "../config/environment";
import { ConfigError } from "../problems/config-error";
import { EnvironmentsError } from "./environments-error";
import { loadEnvironmentFile } from "./load-environment-file";
import { unlistedEnvironments } from "./unlisted-environments";

const environments = join(__dirname, "..", "environments");

/**
 * Loads `environments/index.ts`. The first file with problems stops Node from loading the others, so that each file is
 * asked on its own first: a person sees the problems of all of them at once.
 *
 * @throws ConfigError with the problems of one file, EnvironmentsError with those of several.
 */
export function loadEstate(folder = environments): Estate {
  const names = readdirSync(folder).filter((name) => name.endsWith(".ts") && name !== "index.ts");
  const files = names.sort().map((name) => ({ name, loaded: loadEnvironmentFile(folder, name) }));
  throwErrors(files.flatMap(({ loaded }) => ("error" in loaded ? [loaded.error] : [])));
  const index = loadEnvironmentFile(folder, "index.ts");
  throwErrors("error" in index ? [index.error] : []);
  const estate = "exports" in index ? index.exports["estate"] : undefined;
  if (!isEstate(estate)) throw new ConfigError("environments/index.ts", [noEstate]);
  const exporting = files.map(
    ({ name, loaded }) => [name, "exports" in loaded ? loaded.exports : {}] as const,
  );
  const unlisted = unlistedEnvironments(estate, exporting);
  if (unlisted.length > 0) throw new ConfigError("environments/index.ts", unlisted);
  return estate;
}

function throwErrors(errors: readonly ConfigError[]): void {
  const [first, ...others] = errors;
  if (first) throw others.length > 0 ? new EnvironmentsError(errors) : first;
}

function isEstate(value: unknown): value is Estate {
  return typeof value === "object" && value !== null && "tooling" in value && "environments" in value;
}

const noEstate = {
  where: "estate",
  must: "must be exported",
  got: "nothing",
  advice: "Write: export const estate = defineEnvironments({ tooling, environments: [ … ] });",
};
