import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";
import { formatGiven, type Problem } from "../../problems/problem";
import { nearest } from "../../problems/did-you-mean";
import type { ContainerFileContext } from "./container-file-context";
import { decodeText, maximumBytes, tooLarge, type UnreadableText } from "./decode-text";

export interface EnvironmentFiles {
  /** Absolute path of `environments/`. */
  readonly directory: string;
}

export type ContainerFile = { readonly text: string } | { readonly problem: Problem };

/**
 * Reads a container file as text; what stands outside `environments/` (or the folder of one environment), is too large or
 * is not UTF-8 is a problem, not text.
 */
export function readContainerFile(
  path: string,
  files: EnvironmentFiles,
  context: ContainerFileContext,
): ContainerFile {
  const { environment = "" } = context;
  const refused = refusePath(path, environment);
  if (refused) return failed(path, refused);
  try {
    return readInside(path, files, environment);
  } catch (error) {
    return failed(path, explainSystemError(path, files, context, error));
  }
}

/** `dev/orders.json` → `environments/dev/orders.json`, the name that problems use. */
export function containerFileName(path: string): string {
  return `environments/${JSON.stringify(path).slice(1, -1).slice(0, 200)}`;
}

function failed(path: string, { place, ...parts }: UnreadableText): ContainerFile {
  const name = containerFileName(path);
  return { problem: { where: place ? `${name}:${place.line}:${place.column}` : name, ...parts } };
}

function refusePath(path: string, environment: string): UnreadableText | undefined {
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
    return failed(path, {
      must: `must stay inside environments/${environment}`,
      got: "a symbolic link that leaves it",
      advice: "Copy the file instead of linking to it.",
    });
  }
  // Asked before opening: opening a named pipe would wait for ever.
  const status = statSync(real);
  if (!status.isFile()) {
    return failed(path, {
      must: "must be a file",
      got: status.isDirectory() ? "a directory" : "something that is neither file nor directory",
      advice: "Name the JSON file of the service, for example dev/orders.json.",
    });
  }
  if (status.size > maximumBytes) return failed(path, tooLarge(status.size));
  const decoded = decodeText(readFileSync(real));
  return "text" in decoded ? decoded : failed(path, decoded.unreadable);
}

/** On Windows the way to another drive is an absolute path. */
function isInside(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return way.split(sep)[0] !== ".." && !isAbsolute(way);
}

function explainSystemError(
  path: string,
  files: EnvironmentFiles,
  { service, isDefaultPath }: ContainerFileContext,
  error: unknown,
): UnreadableText {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  if (code === "") throw error;
  if (code === "ENOENT" || code === "ENOTDIR") {
    const create = `Create it with [{ "name": ${JSON.stringify(service)} }]`;
    // A path that nobody wrote is not misspelt: a neighbour would be the file of another service.
    if (isDefaultPath) return { must: "must be an existing file", got: "no such file", advice: `${create}.` };
    const meant = neighbourOf(path, files);
    const advice = meant
      ? `Did you mean "${meant}"? If not, c${create.slice(1)}.`
      : `${create}, or mend the path.`;
    return { must: "must be an existing file", got: "no such file", advice };
  }
  const advice = "Check its permissions, its path and its links.";
  return { must: "must be readable", got: `system error ${code}`, advice };
}

/** Compared by their own names: folder and extension make all files of a folder look alike. */
function neighbourOf(path: string, files: EnvironmentFiles): string | undefined {
  const folder = dirname(path);
  try {
    const names = readdirSync(join(files.directory, folder)).filter((name) => name.endsWith(".json"));
    const stems = names.map((name) => basename(name, ".json"));
    const meant = nearest(basename(path, ".json"), stems);
    return meant === undefined ? undefined : `${folder}/${meant}.json`;
  } catch {
    return undefined;
  }
}
