import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { valuesFromJson, valuesToJson } from "../values/json-values";
import { isRecord } from "../values/value-shape";
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

/** The file of an account is broken, or the disk is full or read-only: nothing that AWS would say, and no defect of ours. */
export class CloudFileError extends Error {}

/** Reads the file; nothing exists in an account without one. @throws CloudFileError for a file that is not of this form. */
export function readCloudFile(path: string, account: string): Map<string, CloudResource> {
  if (!existsSync(path)) return new Map();
  const file = parse(path);
  const version = isRecord(file) ? file["version"] : undefined;
  if (!isRecord(file) || version !== formatVersion) throw misread(path, `version ${formatVersion}`, version);
  if (file["account"] !== account)
    throw misread(path, `account "${account}", like its name`, file["account"]);
  const { resources } = file;
  if (!isRecord(resources)) throw misread(path, "an object of resources", resources);
  return new Map(
    Object.entries(resources).map(([key, resource]) => [key, readResource(path, key, resource)]),
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
  const temporary = `${path}.${process.pid}.new`;
  try {
    writeFileSync(temporary, `${head},\n "resources": ${body}\n}\n`);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
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

function parse(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CloudFileError(
      `${path} must be JSON: ${reason}. Mend it, or delete it to begin with an empty account.`,
    );
  }
}

function readResource(path: string, key: string, resource: unknown): CloudResource {
  const { type, region, values, madeWith, keptBecause, assumed } = isRecord(resource) ? resource : {};
  if (typeof type !== "string" || typeof region !== "string" || !isRecord(values))
    throw misread(path, `a type, a region and values at ${key}`, resource);
  const notes = Object.entries({ madeWith, keptBecause, assumed }).filter(
    ([, note]) => typeof note === "string",
  );
  return { ...Object.fromEntries(notes), key, type, region, values: valuesFromJson(values) };
}

function misread(path: string, must: string, got: unknown): CloudFileError {
  const shown = JSON.stringify(got)?.slice(0, 80) ?? "nothing";
  return new CloudFileError(
    `${path} must have ${must}, got ${shown}. Mend it, or delete it to begin with an empty account.`,
  );
}
