import type { ContainerDefinition } from "../../contract/container-definition";
import type { Problem } from "../../problems/problem";
import { checkContainers } from "./check-containers";
import { containerFileName, readContainerFile, type EnvironmentFiles } from "./container-file";
import type { ContainerFileContext } from "./container-file-context";
import { formatJsonPath, type Finding } from "./finding";
import { nodeAt, parseJsonDocument, type JsonNode } from "../../json-files/json-document";
import { createLineTable } from "../../json-files/line-table";
import type { TextProblem } from "../../json-files/text-problem";

export type { EnvironmentFiles } from "./container-file";
export type { ContainerFileContext } from "./container-file-context";

/** The outcome of reading one file. */
export interface ContainersOfFile {
  /** In file order; empty when there are problems. */
  readonly containers: readonly ContainerDefinition[];
  /** Of the containers in the file, problems or not; absent when it holds no array. */
  readonly names?: readonly string[];
  readonly problems: readonly Problem[];
}

/** Reads the container definitions of one service, for example from `dev/orders.json`, and reports all problems at once. */
export function readContainers(
  path: string,
  context: ContainerFileContext,
  files: EnvironmentFiles,
): ContainersOfFile {
  const file = readContainerFile(path, files, context);
  if ("problem" in file) return { containers: [], problems: [file.problem] };
  const document = parseJsonDocument(file.text);
  if ("problems" in document) return failed(path, file.text, document.problems);
  const { root } = document;
  const { containers = [], findings } = checkContainers(root, context);
  const names = Array.isArray(root.value) ? { names: namesIn(root) } : {};
  if (findings.length === 0) return { containers, ...names, problems: [] };
  const placed = findings.map((finding) => ({ ...finding, offset: offsetOf(finding, root) }));
  return { ...failed(path, file.text, placed), ...names };
}

function namesIn({ items }: JsonNode): readonly string[] {
  const names = items.map(({ fields }) => fields.get("name")?.node.value);
  return names.filter((name) => typeof name === "string");
}

/** More problems than anyone mends before the next try; a file that is none of ours could have a hundred thousand. */
const maximumProblems = 100;

function failed(path: string, text: string, found: readonly TextProblem[]): ContainersOfFile {
  const placeOf = createLineTable(text);
  const problems = [...found]
    .sort((a, b) => a.offset - b.offset)
    .slice(0, maximumProblems)
    .map(({ offset, path: jsonPath, must, got, advice }): Problem => {
      const { line, column } = placeOf(offset);
      const place = `${containerFileName(path)}:${line}:${column}`;
      return { where: jsonPath ? `${place} ${formatJsonPath(jsonPath)}` : place, must, got, advice };
    });
  if (found.length <= maximumProblems) return { containers: [], problems };
  const rest: Problem = {
    where: containerFileName(path),
    must: `must be mended in steps: only the first ${maximumProblems} problems are shown`,
    got: `${found.length} problems`,
    advice: "Check that this is the right file, mend these and try again.",
  };
  return { containers: [], problems: [...problems, rest] };
}

function offsetOf({ path, atKey }: Finding, root: JsonNode): number {
  const parent = nodeAt(root, path.slice(0, -1));
  const key = path.at(-1);
  if (atKey && typeof key === "string") return parent?.fields.get(key)?.keyOffset ?? root.offset;
  return nodeAt(root, path)?.offset ?? root.offset;
}
