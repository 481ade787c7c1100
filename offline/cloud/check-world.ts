import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { readCloudFile } from "./cloud-file";

/**
 * Reads every account's file of a world once, before Terraform runs.
 *
 * @throws CloudFileError for the first that cannot be used.
 */
export function checkWorld(world: string): void {
  const folder = join(world, "cloud");
  if (!existsSync(folder)) return;
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  for (const name of files) readCloudFile(join(folder, name), basename(name, ".json"));
}
