import type { ContainerDefinition } from "../../../contract/container-definition";
import { defineTooling } from "../../../config/define-tooling";
import type { Environment, Estate, Tooling } from "../../../config/environment";
import { define, devInput, prodInput, type Changes } from "./inputs";

export const tooling: Tooling = defineTooling({ account: "999999999999", region: "eu-west-1" });

/** An environment whose service api has these containers. */
export function devWithContainers(containers: readonly ContainerDefinition[]): Environment {
  const environment = dev();
  const api = environment.services["api"];
  return { ...environment, services: api ? { api: { ...api, containers } } : {} };
}

export function dev(changes: Changes = {}): Environment {
  return define(devInput(changes));
}

export function prod(changes: Changes = {}): Environment {
  return define(prodInput(changes));
}

export function estateOf(environments: readonly Environment[], changes: Partial<Tooling> = {}): Estate {
  return { tooling: { ...tooling, ...changes }, environments };
}
