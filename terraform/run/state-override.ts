import { resolve } from "node:path";
import { ConfigError } from "../../problems/config-error";
import { formatGiven, type Problem } from "../../problems/problem";
import { ownState, remoteStates, type Stack, type StateLocation } from "../stacks/stack";

export interface StateOverride {
  readonly terraform?: { readonly backend: Readonly<Record<string, unknown>> };
  readonly data?: { readonly terraform_remote_state: Readonly<Record<string, unknown>> };
}

/**
 * Moves a stack's own state, and the states that it reads, to files of a world.
 *
 * Terraform merges it over the configuration, see https://developer.hashicorp.com/terraform/language/files/override
 *
 * @throws ConfigError for a state that none of the stacks writes.
 */
export function offlineOverride(
  stack: Stack,
  all: readonly Stack[],
  fileOf: (stackName: string) => string,
): StateOverride {
  const problems: Problem[] = [];
  const sources = [...remoteStates(stack)].map(([name, location]) => {
    const writer = writerOf(location, stack, all);
    if (!writer) problems.push(noWriter(name, location));
    return [name, { backend: "local", config: { path: fileOf(writer?.name ?? "") } }] as const;
  });
  if (problems.length > 0) throw new ConfigError(`stack ${stack.name}`, problems);
  return {
    terraform: { backend: { local: { path: fileOf(stack.name) } } },
    ...(sources.length > 0 && { data: { terraform_remote_state: Object.fromEntries(sources) } }),
  };
}

/** Makes relative paths of local states absolute, so that Terraform may run in another folder than cdktf runs it in. */
export function absoluteOverride(stack: Stack): StateOverride {
  const own = ownState(stack);
  const sources = [...remoteStates(stack)].filter(([, { backend }]) => backend === "local");
  return {
    ...(own.backend === "local" && { terraform: { backend: { local: { path: localPath(own, stack) } } } }),
    ...(sources.length > 0 && {
      data: {
        terraform_remote_state: Object.fromEntries(
          sources.map(([name, at]) => [name, { config: { path: localPath(at, stack) } }]),
        ),
      },
    }),
  };
}

/** The stack that writes a state which another one reads. */
export function writerOf(location: StateLocation, reader: Stack, all: readonly Stack[]): Stack | undefined {
  return all.find((other) => isSame(location, reader, ownState(other), other));
}

/** File of a local state; a relative path begins in the folder that cdktf runs Terraform in. */
export function localPath({ config }: StateLocation, stack: Stack): string {
  const path = config["path"];
  return resolve(stack.folder, typeof path === "string" ? path : "terraform.tfstate");
}

/** Settings of a backend that say which state it is; the others say how to get at it. */
const identity: Readonly<Record<string, readonly string[]>> = {
  s3: ["bucket", "key", "workspace_key_prefix"],
  gcs: ["bucket", "prefix"],
  azurerm: ["storage_account_name", "container_name", "key"],
  http: ["address"],
  consul: ["address", "path"],
  kubernetes: ["secret_suffix", "namespace"],
  pg: ["conn_str", "schema_name"],
  remote: ["hostname", "organization", "workspaces"],
};

function isSame(a: StateLocation, reader: Stack, b: StateLocation, writer: Stack): boolean {
  if (a.backend !== b.backend) return false;
  if (a.backend === "local") return localPath(a, reader) === localPath(b, writer);
  const keys = identity[a.backend] ?? [...new Set([...Object.keys(a.config), ...Object.keys(b.config)])];
  return keys.every((key) => JSON.stringify(a.config[key]) === JSON.stringify(b.config[key]));
}

function noWriter(name: string, { backend, config }: StateLocation): Problem {
  const keys = identity[backend] ?? ["path"];
  const given = Object.fromEntries(keys.filter((key) => key in config).map((key) => [key, config[key]]));
  return {
    where: `data.terraform_remote_state.${name}`,
    must: "must be the state of one of the synthesized stacks",
    got: `${backend} ${formatGiven(given)}`,
    advice:
      "Offline there is no other state to read: add the stack that writes it to the app, or plan online.",
  };
}
