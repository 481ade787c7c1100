import type { Problem } from "../../problems/problem";
import { checkContainers } from "./check-containers";
import { nodeAt } from "./check-shape";
import type { ContainerDefinition } from "../../contract/container-definition";
import { containerFileName, readContainerFile, type EnvironmentFiles } from "./container-file";
import type { ContainerFileContext } from "./container-file-context";
import { containersSchema } from "./container-schema";
import { formatJsonPath, type Finding } from "./finding";
import { parseJsonDocument, type JsonNode } from "./json-document";
import { createLineTable } from "./line-table";

export type { EnvironmentFiles } from "./container-file";
export type { ContainerFileContext } from "./container-file-context";

/** The outcome of reading one file. */
export interface ContainersOfFile {
  /** In file order; empty when there are problems. */
  readonly containers: readonly ContainerDefinition[];
  readonly problems: readonly Problem[];
}

/** Reads the container definitions of one service, for example from `dev/orders.json`, and reports all problems at once. */
export function readContainers(
  path: string,
  context: ContainerFileContext,
  files: EnvironmentFiles,
): ContainersOfFile {
  const file = readContainerFile(path, files);
  if ("problem" in file) return { containers: [], problems: [file.problem] };
  const placeOf = createLineTable(file.text);
  const where = (offset: number) =>
    `${containerFileName(path)}:${placeOf(offset).line}:${placeOf(offset).column}`;
  const document = parseJsonDocument(file.text);
  if ("problems" in document) {
    const problems = document.problems.map(({ offset, ...parts }) => ({ where: where(offset), ...parts }));
    return { containers: [], problems };
  }
  const found = checkContainers(document.root, context).map((finding) => ({
    finding,
    offset: offsetOf(finding, document.root),
  }));
  if (found.length === 0) return { containers: containersSchema.parse(document.root.value), problems: [] };
  const problems = found
    .sort((a, b) => a.offset - b.offset)
    .map(({ finding: { path: jsonPath, must, got, advice }, offset }) => ({
      where: `${where(offset)} ${formatJsonPath(jsonPath)}`,
      must,
      got,
      advice,
    }));
  return { containers: [], problems };
}

function offsetOf({ path, atKey }: Finding, root: JsonNode): number {
  const parent = nodeAt(root, path.slice(0, -1));
  const key = path.at(-1);
  if (atKey && typeof key === "string") return parent?.fields.get(key)?.keyOffset ?? root.offset;
  return nodeAt(root, path)?.offset ?? root.offset;
}
