import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

export interface OwnPackage {
  readonly name: string;
  readonly version: string;
}

/** The package that this command is part of, from its sources and from `dist/` alike. */
export function ownPackage(folder = __dirname): OwnPackage {
  const path = join(folder, "package.json");
  if (!existsSync(path)) return ownPackage(dirname(folder));
  return JSON.parse(readFileSync(path, "utf8"));
}
