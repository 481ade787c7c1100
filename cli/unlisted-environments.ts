import type { Estate } from "../config/environment";
import { formatGiven, type Problem } from "../problems/problem";

/** A file of `environments/` with what it exports. */
export type ExportingFile = readonly [name: string, exports: Readonly<Record<string, unknown>>];

/** Environment files that the list in `index.ts` forgot: nothing of them would be deployed, and nobody would say so. */
export function unlistedEnvironments({ environments }: Estate, files: readonly ExportingFile[]): Problem[] {
  const listed = new Set<unknown>(environments);
  return files
    .filter(([, exports]) =>
      Object.values(exports).some((value) => isEnvironment(value) && !listed.has(value)),
    )
    .map(([name]) => ({
      where: "environments",
      must: "must list the environment of every file in the folder",
      got: `none of ${formatGiven(name)}`,
      advice: `Import it from "./${name.replace(/\.ts$/, "")}" and add it to the list, or delete the file.`,
    }));
}

function isEnvironment(value: unknown): boolean {
  return typeof value === "object" && value !== null && "account" in value && "services" in value;
}
