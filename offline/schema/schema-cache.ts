import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type BlockSchema } from "./schema";

/**
 * Derived schemas on disk. A cache only saves time: what cannot be read is derived anew, what cannot be written is not kept.
 */
export class SchemaCache {
  constructor(private readonly folder: string | undefined) {}

  /** @param key A path such as `resource/aws_vpc`. */
  get(key: string, derive: () => BlockSchema): BlockSchema {
    if (this.folder === undefined) return derive();
    const file = join(this.folder, `${key}.json`);
    const known = read(file);
    if (known !== undefined) return known;
    const fresh = derive();
    write(file, fresh);
    return fresh;
  }
}

/** The folder for caches of a project: in the nearest `node_modules`, as tools of Node do. */
export function cacheFolderOf(projectFolder: string): string | undefined {
  const modules = join(projectFolder, "node_modules");
  if (existsSync(modules)) return join(modules, ".cache", "cdktf-ecs-environments");
  const parent = dirname(projectFolder);
  return parent === projectFolder ? undefined : cacheFolderOf(parent);
}

function read(file: string): BlockSchema | undefined {
  try {
    const content: unknown = JSON.parse(readFileSync(file, "utf8"));
    return isBlockSchema(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

/** Several processes may fill the cache at once: a file appears whole or not at all. */
function write(file: string, schema: BlockSchema): void {
  const temporary = `${file}.${process.pid}.${process.hrtime.bigint()}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(temporary, JSON.stringify(schema));
    renameSync(temporary, file);
  } catch {
    // A read-only or full disk.
    removeQuietly(temporary);
  }
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Nothing was written then.
  }
}

function isBlockSchema(value: unknown): value is BlockSchema {
  return (
    typeof value === "object" &&
    value !== null &&
    "attributes" in value &&
    "blocks" in value &&
    isObject(value.attributes) &&
    isObject(value.blocks)
  );
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
