import { definedEstate, type GeneratedEstate } from "../../support/generated-environment";
import { type FuzzFailure, runCase } from "./fuzz-case";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Runs of terraform that a failure is worth. */
const mostRuns = 60;

/**
 * A smaller estate that fails alike: drops environments, services, databases, then fields, as long as `config/` accepts the rest.
 * Runs of terraform take seconds, so that this is not done value by value.
 */
export async function shrinkCase(generated: GeneratedEstate, failure: FuzzFailure): Promise<GeneratedEstate> {
  let smallest = generated;
  let runs = 0;
  for (let dropped = true; dropped && runs < mostRuns;) {
    dropped = false;
    for (const candidate of smallerOnes(smallest)) {
      if (runs >= mostRuns) break;
      if (!definedEstate(candidate)) continue;
      runs += 1;
      const outcome = await runCase(candidate);
      if (!outcome.failure || kindOf(outcome.failure) !== kindOf(failure)) continue;
      smallest = candidate;
      dropped = true;
      break;
    }
  }
  return smallest;
}

/** What two failures have in common when they have the same cause: the step, and the words without names and numbers. */
export function kindOf({ step, message }: FuzzFailure): string {
  const words = message
    .replaceAll(/"[^"]*"|\([^)]*\)/g, "…")
    .split(/\s+/)
    .filter((word) => /^[A-Za-z]+[.,:]?$/.test(word));
  return `${step}: ${words.slice(0, 12).join(" ")}`;
}

/** The largest parts are left out first. */
function* smallerOnes(estate: GeneratedEstate): Generator<GeneratedEstate> {
  const { environments } = estate;
  for (const [index] of environments.entries()) {
    if (environments.length > 1) yield { ...estate, environments: environments.toSpliced(index, 1) };
  }
  for (const [index, { input, containers }] of environments.entries()) {
    const replace = (changed: unknown, files = containers): GeneratedEstate => {
      // Every field may be left out: config/ says whether the rest is an environment.
      const environment = { input: changed as typeof input, containers: files };
      return { ...estate, environments: environments.toSpliced(index, 1, environment) };
    };
    for (const service of Object.keys(input.services)) {
      yield replace(withoutName(input as unknown as Json, service), omit(containers, service));
    }
    for (const database of Object.keys(input.databases ?? {})) {
      yield replace(withoutName(input as unknown as Json, database));
    }
    for (const path of paths(input as unknown as Json))
      yield replace(without(input as unknown as Json, path));
    for (const path of paths(containers as unknown as Json)) {
      yield replace(input, without(containers as unknown as Json, path) as typeof containers);
    }
  }
}

/** Without the entry of that name, and without what mentions it. */
function withoutName(value: Json, name: string): Json {
  if (isList(value)) return value.filter((item) => item !== name).map((item) => withoutName(item, name));
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== name);
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutName(item, name)]));
}

/** Paths of all fields and items, the outer ones first. */
function paths(value: Json): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [];
  const own = Object.entries(value).map(([key]) => [key]);
  const inner = Object.entries(value).flatMap(([key, item]) => paths(item).map((rest) => [key, ...rest]));
  return [...own, ...inner].sort((a, b) => a.length - b.length);
}

function without(value: Json, [key = "", ...rest]: readonly string[]): Json {
  if (typeof value !== "object" || value === null) return value;
  if (isList(value)) {
    const index = Number(key);
    const item = value[index];
    return rest.length === 0 || item === undefined
      ? value.toSpliced(index, 1)
      : value.toSpliced(index, 1, without(item, rest));
  }
  const item = value[key];
  return rest.length === 0 || item === undefined
    ? omit(value, key)
    : { ...value, [key]: without(item, rest) };
}

function omit<T>(value: Readonly<Record<string, T>>, name: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
