import { readState } from "../run/state-file";
import { type Stack } from "./stack";

/** Types of resources and data sources that are written somewhere; sorted. */
export interface UsedTypes {
  readonly resources: readonly string[];
  readonly dataSources: readonly string[];
}

/**
 * Types of AWS and Vault that stacks use now, or used when their state was written: Terraform must also know those that are only in the
 * state, to delete them.
 */
export function usedTypes(stacks: readonly Stack[], stateFiles: readonly string[]): UsedTypes {
  const resources = new Set<string>();
  const dataSources = new Set<string>();
  for (const { configuration } of stacks) {
    Object.keys(configuration.resource ?? {}).forEach((type) => resources.add(type));
    Object.keys(configuration.data ?? {}).forEach((type) => dataSources.add(type));
  }
  for (const { mode, type } of stateFiles.flatMap((path) => readState(path)?.resources ?? [])) {
    (mode === "data" ? dataSources : resources).add(type);
  }
  return { resources: served(resources), dataSources: served(dataSources) };
}

function served(types: ReadonlySet<string>): readonly string[] {
  return [...types].filter((type) => /^(aws|vault)_/.test(type)).sort();
}
