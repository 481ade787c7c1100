import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";
import { formatGiven, type Problem } from "../../problems/problem";
import { nearest } from "../parsing/did-you-mean";
import { createLineTable } from "./line-table";

export interface EnvironmentFiles {
  /** Absolute path of `environments/`. */
  readonly directory: string;
}

export type ContainerFile = { readonly text: string } | { readonly problem: Problem };

type Parts = Omit<Problem, "where">;

const maximumBytes = 1024 * 1024;

/**
 * Reads a container file as text; what stands outside `environments/` (or the folder of one environment), is too large or
 * is not UTF-8 is a problem, not text.
 */
export function readContainerFile(path: string, files: EnvironmentFiles, environment = ""): ContainerFile {
  const refused = refusePath(path, environment);
  if (refused) return at(path, refused);
  try {
    return readInside(path, files, environment);
  } catch (error) {
    return at(path, explainSystemError(path, files, error));
  }
}

/** `dev/orders.json` → `environments/dev/orders.json`, the name that problems use. */
export function containerFileName(path: string): string {
  return `environments/${JSON.stringify(path).slice(1, -1).slice(0, 200)}`;
}

function at(path: string, parts: Parts): ContainerFile {
  return { problem: { where: containerFileName(path), ...parts } };
}

function refusePath(path: string, environment: string): Parts | undefined {
  const got = formatGiven(path);
  const advice = "Write the path from environments/, for example dev/orders.json.";
  if (path.trim() === "") return { must: "must be the path of a JSON file", got: "an empty path", advice };
  if (path.includes("\0")) return { must: "must be a path without NUL characters", got, advice };
  if (isAbsolute(path) || /^[A-Za-z]:/.test(path)) return { must: "must be a relative path", got, advice };
  if (path.includes("\\")) return { must: "must use / between folders", got, advice };
  if (path.split("/").includes("..")) return { must: "must stay inside environments/", got, advice };
  if (environment !== "" && !path.startsWith(`${environment}/`)) {
    const must = `must be in the folder of its environment, environments/${environment}/`;
    return { must, got, advice: `Write ${environment}/${basename(path)}.` };
  }
  return undefined;
}

function readInside(path: string, files: EnvironmentFiles, environment: string): ContainerFile {
  const folder = join(realpathSync(files.directory), environment);
  const real = realpathSync(join(files.directory, path));
  if (!isInside(folder, real)) {
    return at(path, {
      must: `must stay inside environments/${environment}`,
      got: "a symbolic link that leaves it",
      advice: "Copy the file instead of linking to it.",
    });
  }
  // Asked before opening: opening a named pipe would wait for ever.
  const status = statSync(real);
  if (!status.isFile()) {
    return at(path, {
      must: "must be a file",
      got: status.isDirectory() ? "a directory" : "something that is neither file nor directory",
      advice: "Name the JSON file of the service, for example dev/orders.json.",
    });
  }
  if (status.size > maximumBytes) return at(path, tooLarge(status.size));
  return decode(path, readFileSync(real));
}

function isInside(root: string, file: string): boolean {
  const way = relative(root, file);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function tooLarge(bytes: number): Parts {
  return {
    must: "must be at most 1 MiB (1048576 bytes)",
    got: `${bytes} bytes`,
    advice: "Check that this is the right file: the containers of a task fit into 28 KiB.",
  };
}

function decode(path: string, bytes: Buffer): ContainerFile {
  if (bytes.length > maximumBytes) return at(path, tooLarge(bytes.length));
  if (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) {
    return at(`${path}:1:1`, {
      must: "must start with the JSON text",
      got: "a byte-order mark",
      advice: 'Save the file as "UTF-8" without byte-order mark.',
    });
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.trim() === "" ? at(path, emptyFile) : { text };
  } catch {
    return at(`${path}:${placeOfBadByte(bytes)}`, {
      must: "must be UTF-8 text",
      got: "bytes that are not UTF-8",
      advice: "Save the file as UTF-8.",
    });
  }
}

const emptyFile: Parts = {
  must: "must hold an array of container definitions",
  got: "an empty file",
  advice: 'Start with [{ "name": "<service>" }].',
};

/** Decoding leniently and encoding again changes the bytes exactly from the first bad one on. */
function placeOfBadByte(bytes: Buffer): string {
  const again = Buffer.from(bytes.toString("utf8"));
  const bad = bytes.findIndex((byte, index) => byte !== again[index]);
  const before = bytes.subarray(0, bad).toString("utf8");
  const { line, column } = createLineTable(before)(before.length);
  return `${line}:${column}`;
}

function explainSystemError(path: string, files: EnvironmentFiles, error: unknown): Parts {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  if (code === "ENOENT" || code === "ENOTDIR") {
    const meant = nearest(path, neighbours(path, files));
    const advice = meant
      ? `Did you mean "${meant}"?`
      : 'Create it with [{ "name": "<service>" }], or mend the path.';
    return { must: "must be an existing file", got: "no such file", advice };
  }
  if (code === "EACCES" || code === "EPERM") {
    return {
      must: "must be readable",
      got: `no permission (${code})`,
      advice: "Give yourself read access to it.",
    };
  }
  if (code === "") throw error;
  return { must: "must be readable", got: `system error ${code}`, advice: "Check the path and its links." };
}

function neighbours(path: string, files: EnvironmentFiles): string[] {
  try {
    const folder = dirname(path);
    const names = readdirSync(join(files.directory, folder)).filter((name) => name.endsWith(".json"));
    return names.filter((name) => name !== basename(path)).map((name) => `${folder}/${name}`);
  } catch {
    return [];
  }
}
