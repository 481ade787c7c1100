import { join } from "node:path";
import type { EnvironmentDraft } from "../../../config/draft";
import { defineEnvironment, type EnvironmentInput } from "../../../config/define-environment";
import type { Environment } from "../../../config/environment";
import { readEnvironment } from "../../../config/reading/read-environment";
import { ConfigError } from "../../../problems/config-error";
import type { Problem } from "../../../problems/problem";

/** Container files `dev/` and `prod/` of the services web, api (start period 45) and mailer. */
export const files = { directory: join(__dirname, "../fixtures") };

/** Field path → new value; `undefined` removes the field. */
export type Changes = Readonly<Record<string, unknown>>;

/** A small environment with one service of each kind and a database. */
export function devInput(changes: Changes = {}): EnvironmentInput {
  const input: EnvironmentInput = {
    name: "dev",
    account: "111111111111",
    region: "eu-west-1",
    production: false,
    registry: { account: "999999999999" },
    network: { cidr: "10.10.0.0/16" },
    databases: { main: { engine: "postgres" } },
    services: {
      web: { kind: "frontend", routes: [{ path: "/*" }], calls: ["api"] },
      api: { kind: "backend", databases: ["main"] },
      mailer: { kind: "worker" },
    },
  };
  return changed(input, changes);
}

/** The same in production. */
export function prodInput(changes: Changes = {}): EnvironmentInput {
  const prod = {
    name: "prod",
    account: "444444444444",
    production: true,
    "network.cidr": "10.40.0.0/16",
    domain: { zone: "example.com", name: "shop.example.com" },
  };
  return devInput({ ...prod, ...changes });
}

/** A copy with fields changed. */
export function changed<T>(value: T, changes: Changes): T {
  const copy = structuredClone(value);
  for (const [path, field] of Object.entries(changes)) setField(copy, path.split("."), field);
  return copy;
}

/** What defineEnvironment says about an input; empty when it accepts it. */
export function problemsOf(input: unknown): readonly Problem[] {
  try {
    define(input);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

/** What is wrong with single fields of an input. */
export function fieldProblemsOf(input: unknown): readonly Problem[] {
  const problems: Problem[] = [];
  readEnvironment(input, files, (problem) => problems.push(problem));
  return problems;
}

export function define(input: unknown): Environment {
  return defineEnvironment(input as EnvironmentInput, files);
}

/** What checks see of an input; problems of single fields are not collected. */
export function draftOf(input: unknown): EnvironmentDraft {
  return readEnvironment(input, files, () => undefined);
}

function setField(target: unknown, [key = "", ...rest]: readonly string[], value: unknown): void {
  const object = target as Record<string, unknown>;
  if (rest.length > 0) {
    object[key] ??= {};
    setField(object[key], rest, value);
  } else if (value === undefined) {
    delete object[key];
  } else {
    object[key] = value;
  }
}
