import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { valuesFromJson, valuesToJson } from "../values/json-values";
import { type CloudResource } from "./cloud-resource";

/** Grows when the form of the file changes in a way that an older reader would misread. */
const formatVersion = 1;

/**
 * The file that holds what exists in an account: readable JSON, so that a test (or a person) can change it as the AWS console, a
 * pipeline or ECS itself would.
 */
export interface CloudFile {
  readonly version: number;
  readonly account: string;
  /** By key. */
  readonly resources: Readonly<Record<string, Omit<CloudResource, "key">>>;
}

/** Reads the file; nothing exists in an account without one. @throws Error for a file that is not of this form. */
export function readCloudFile(path: string): Map<string, CloudResource> {
  if (!existsSync(path)) return new Map();
  const { version, resources } = parse(path);
  if (version !== formatVersion || typeof resources !== "object") {
    throw new Error(
      `${path} must have version ${formatVersion}, got ${version}. Delete it to begin with an empty account.`,
    );
  }
  return new Map(
    Object.entries(resources).map(([key, resource]) => [
      key,
      { ...resource, key, values: valuesFromJson(resource.values) },
    ]),
  );
}

/** Replaces the file at once: a reader sees the old one or the new one, also when this process is killed. */
export function writeCloudFile(
  path: string,
  account: string,
  resources: ReadonlyMap<string, CloudResource>,
): void {
  const sorted = [...resources.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  const head = JSON.stringify({ version: formatVersion, account }, undefined, 1).slice(0, -2);
  const body = sorted.length === 0 ? "{}" : `{\n${sorted.map(textOf).join(",\n")}\n }`;
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.new`;
  writeFileSync(temporary, `${head},\n "resources": ${body}\n}\n`);
  renameSync(temporary, path);
}

/** Every change writes the whole file, and a resource is never changed, but put anew: its text is made once. */
const texts = new WeakMap<CloudResource, string>();

function textOf(resource: CloudResource): string {
  const known = texts.get(resource);
  if (known !== undefined) return known;
  const { key, values, ...rest } = resource;
  const lines = JSON.stringify({ ...rest, values: valuesToJson(values) }, undefined, 1).split("\n");
  const text = `  ${JSON.stringify(key)}: ${lines.join("\n  ")}`;
  texts.set(resource, text);
  return text;
}

/** Changes whenever the file does; undefined without a file. */
export function cloudFileStamp(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  return found && `${found.ino}:${found.size}:${found.mtimeNs}`;
}

function parse(path: string): CloudFile {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${path} must be JSON: ${reason}. Mend it, or delete it to begin with an empty account.`);
  }
}
