import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { ConfigError } from "../../problems/config-error";
import { asObject, type Stack } from "./stack";

/**
 * Reads the stacks that cdktf wrote to a folder, each after those that it depends on.
 *
 * @throws ConfigError when nothing was synthesized there.
 */
export function readStacks(folder: string): readonly Stack[] {
  const path = join(folder, "manifest.json");
  if (!existsSync(path)) throw notSynthesized(path);
  const entries = Object.values(asObject(readJson(path)["stacks"])).map(asObject);
  return inOrder(entries.map((entry) => readStack(folder, entry)));
}

function readStack(folder: string, entry: Readonly<Record<string, unknown>>): Stack {
  const { name, workingDirectory, synthesizedStackPath, dependencies } = entry;
  const configuration = join(folder, String(synthesizedStackPath));
  if (!existsSync(configuration)) throw notSynthesized(configuration);
  return {
    name: String(name),
    folder: resolve(folder, String(workingDirectory)),
    dependencies: Array.isArray(dependencies) ? dependencies.map(String) : [],
    configuration: readJson(configuration),
  };
}

/** cdktf sorts the manifest by name. A cycle cannot be: cdktf refuses it. */
function inOrder(stacks: readonly Stack[]): readonly Stack[] {
  const byName = new Map(stacks.map((stack) => [stack.name, stack]));
  const ordered = new Set<Stack>();
  const add = (stack: Stack) => {
    for (const name of stack.dependencies) {
      const upstream = byName.get(name);
      if (upstream && !ordered.has(upstream)) add(upstream);
    }
    ordered.add(stack);
  };
  stacks.forEach(add);
  return [...ordered];
}

function readJson(path: string): Readonly<Record<string, unknown>> {
  return asObject(JSON.parse(readFileSync(path, "utf8")));
}

function notSynthesized(path: string): ConfigError {
  const advice = "Run the command without --no-synth, or name the output folder by --out.";
  return new ConfigError("synthesized stacks", [{ where: path, must: "must exist", got: "nothing", advice }]);
}
