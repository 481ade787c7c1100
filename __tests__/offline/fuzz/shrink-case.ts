import {
  definedEstate,
  type GeneratedEstate,
  type GeneratedInput,
} from "../../support/generated-environment";
import { type FuzzFailure, type FuzzOutcome, runCase } from "./fuzz-case";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Runs of terraform that a failure is worth. */
const mostRuns = 60;

/**
 * A smaller estate that fails alike: drops environments, services, databases, then fields, as long as `config/` accepts the rest.
 * Runs of terraform take seconds, so that this is not done value by value.
 */
export async function shrinkCase(
  generated: GeneratedEstate,
  failure: FuzzFailure,
  run: (candidate: GeneratedEstate) => Promise<FuzzOutcome> = runCase,
): Promise<GeneratedEstate> {
  let smallest = generated;
  let runs = 0;
  for (let dropped = true; dropped;) {
    dropped = false;
    for (const reduce of reductions(smallest)) {
      const candidate = reduce(smallest);
      if (JSON.stringify(candidate) === JSON.stringify(smallest) || !definedEstate(candidate)) continue;
      if (runs >= mostRuns) return smallest;
      runs += 1;
      const { failure: again } = await run(candidate);
      if (!again || kindOf(again) !== kindOf(failure)) continue;
      smallest = candidate;
      dropped = true;
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

type Reduction = (estate: GeneratedEstate) => GeneratedEstate;

/** Ways to leave out something that an estate has, the largest parts first. */
function* reductions({ environments }: GeneratedEstate): Generator<Reduction> {
  yield ({ tooling: { account, region, repositories = [] }, ...estate }) => ({
    ...estate,
    tooling: { account, region, repositories },
  });
  for (const { input } of environments) {
    yield (estate) => ({
      ...estate,
      environments: estate.environments.filter((one) => nameOf(one) !== input.name),
    });
  }
  for (const environment of environments) {
    const { services, databases = {} } = environment.input;
    for (const name of [...Object.keys(services), ...Object.keys(databases)]) {
      yield inEnvironment(environment, (one) => withoutName(one, name));
    }
    for (const path of paths(asJson(environment))) {
      yield inEnvironment(environment, (one) => without(one, path));
    }
  }
}

/** Every field may be left out: config/ says whether the rest is an environment. */
function inEnvironment({ input }: GeneratedInput, change: (environment: Json) => Json): Reduction {
  return (estate) => ({
    ...estate,
    environments: estate.environments.map((one) =>
      nameOf(one) === input.name ? (change(asJson(one)) as unknown as GeneratedInput) : one,
    ),
  });
}

function nameOf({ input }: GeneratedInput): string {
  return input.name;
}

function asJson(environment: GeneratedInput): Json {
  return environment as unknown as Json;
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
