import type { ContainerDefinition } from "../../contract/container-definition";
import { formatGiven, type Problem } from "../../problems/problem";
import {
  readContainers,
  type ContainerFileContext,
  type EnvironmentFiles,
} from "../containers/read-containers";
import { databaseVariables, serviceUrlVariable } from "../generated-variables";
import { nearest } from "../../problems/did-you-mean";
import { fieldPath } from "../../problems/field-path";
import type { Report } from "../parsing/field-reader";

/** The containers of a service; undefined, and reported, when the file cannot be used. `reasonsPath` is that of `writableContainers`. */
export function readServiceContainers(
  path: string | undefined,
  context: ContainerFileContext,
  files: EnvironmentFiles,
  reasonsPath: string,
  report: Report,
): readonly ContainerDefinition[] | undefined {
  if (path === undefined) return undefined;
  const { containers, names, problems } = readContainers(path, context, files);
  const strangers = names ? reasonsWithoutContainer(context.writableContainers, names, reasonsPath) : [];
  strangers.forEach(report);
  problems.forEach(report);
  return problems.length > 0 ? undefined : containers;
}

function reasonsWithoutContainer(
  reasons: Readonly<Record<string, string>>,
  names: readonly string[],
  where: string,
): readonly Problem[] {
  return Object.keys(reasons).flatMap((name): Problem[] => {
    if (names.includes(name)) return [];
    const meant = nearest(name, names);
    const advice = meant === undefined ? "Remove it." : `Did you mean ${JSON.stringify(meant)}?`;
    const must = "must name a container of its file";
    return [{ where: fieldPath(where, [name]), must, got: formatGiven(name), advice }];
  });
}

/** Variables that the library sets in the application container. */
export function generatedNames(calls: readonly string[], databases: readonly string[]): readonly string[] {
  return [
    ...calls.map(serviceUrlVariable),
    ...databases.flatMap((name): string[] => Object.values(databaseVariables(name))),
  ];
}

/** Longest start period of the containers' own health checks, in seconds. */
export function longestStartPeriod(containers: readonly ContainerDefinition[]): number {
  return Math.max(0, ...containers.map(startPeriod));
}

function startPeriod({ healthCheck }: ContainerDefinition): number {
  if (typeof healthCheck !== "object" || healthCheck === null || !("startPeriod" in healthCheck)) return 0;
  return typeof healthCheck.startPeriod === "number" ? healthCheck.startPeriod : 0;
}
