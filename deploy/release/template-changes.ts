import type { ContainerDefinition, TaskDefinition } from "@aws-sdk/client-ecs";
import { readOnlyFields } from "./release-definition";

/** Lists of a container whose entries have names: what changed is said by name. */
const named = { environment: "variable", secrets: "secret", environmentFiles: "environment file" } as const;

/**
 * In what a template differs from the revision that runs: names of fields, variables and secrets, and never a value. The image of the
 * application container is no difference: it belongs to the release.
 */
export function templateChanges(
  running: TaskDefinition,
  template: TaskDefinition,
  application: string,
): readonly string[] {
  const own = new Set<string>([...readOnlyFields, "family", "containerDefinitions"]);
  const containers = byName(running.containerDefinitions);
  const wanted = byName(template.containerDefinitions);
  const names = [...new Set([...containers.keys(), ...wanted.keys()])].toSorted();
  return [
    ...changedFields(running, template, own),
    ...names.flatMap((name) => {
      const [before, after] = [containers.get(name), wanted.get(name)];
      if (before === undefined) return [`container ${name} added`];
      if (after === undefined) return [`container ${name} removed`];
      return containerChanges(before, after, name === application).map((change) => `${name}: ${change}`);
    }),
  ];
}

function containerChanges(
  before: ContainerDefinition,
  after: ContainerDefinition,
  isApplication: boolean,
): readonly string[] {
  const apart = new Set<string>([...Object.keys(named), ...(isApplication ? ["image"] : [])]);
  return [
    ...changedFields(before, after, apart),
    ...changedNames(named.environment, before.environment, after.environment),
    ...changedNames(named.secrets, before.secrets, after.secrets),
    ...changedNames(named.environmentFiles, before.environmentFiles, after.environmentFiles),
  ];
}

function changedFields(before: object, after: object, apart: ReadonlySet<string>): readonly string[] {
  const [from, to] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...from.keys(), ...to.keys()])]
    .filter((field) => !apart.has(field) && textOf(from.get(field)) !== textOf(to.get(field)))
    .toSorted()
    .map((field) => `${field} changed`);
}

interface Entry {
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly valueFrom?: string | undefined;
}

function changedNames(
  word: string,
  before: readonly Entry[] = [],
  after: readonly Entry[] = [],
): readonly string[] {
  const [from, to] = [entriesByName(before), entriesByName(after)];
  return [...new Set([...from.keys(), ...to.keys()])].toSorted().flatMap((name) => {
    const [one, other] = [from.get(name), to.get(name)];
    if (one === other) return [];
    const change = one === undefined ? "added" : other === undefined ? "removed" : "changed";
    return [`${word} ${name} ${change}`];
  });
}

function entriesByName(entries: readonly Entry[]): ReadonlyMap<string, string> {
  return new Map(entries.map((entry) => [entry.name ?? entry.value ?? "", textOf(entry)]));
}

function byName(containers: readonly ContainerDefinition[] = []): ReadonlyMap<string, ContainerDefinition> {
  return new Map(containers.map((container) => [container.name ?? "", container]));
}

/** AWS leaves out what is empty, and tells keys in any order. */
function textOf(value: unknown): string {
  return JSON.stringify(inOrder(value)) ?? "";
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(inOrder);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(
    entries.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([key, part]) => [key, inOrder(part)]),
  );
}
