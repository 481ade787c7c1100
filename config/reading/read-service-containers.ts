import type { ContainerDefinition } from "../../contract/container-definition";
import {
  readContainers,
  type ContainerFileContext,
  type EnvironmentFiles,
} from "../containers/read-containers";
import { databaseVariables, serviceUrlVariable } from "../generated-variables";
import type { Report } from "../parsing/field-reader";

/** The containers of a service; undefined, and reported, when the file cannot be used. */
export function readServiceContainers(
  path: string | undefined,
  context: ContainerFileContext,
  files: EnvironmentFiles,
  report: Report,
): readonly ContainerDefinition[] | undefined {
  if (path === undefined) return undefined;
  const { containers, problems } = readContainers(path, context, files);
  problems.forEach(report);
  return problems.length > 0 ? undefined : containers;
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
