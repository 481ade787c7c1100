import { existsSync } from "node:fs";
import { join } from "node:path";
import { makeRunFolder } from "../run/run-folder";
import { absoluteOverride, localPath, offlineOverride } from "../run/state-override";
import { type World } from "../run/world";
import { ownState, type Stack } from "../stacks/stack";
import { countResources } from "../stacks/used-types";

/** Where Terraform runs for a stack, and where its state is. */
export interface Workplace {
  readonly isOffline: boolean;
  /** Makes the folder anew, except for what Terraform downloaded. */
  prepare(stack: Stack): string;
  /** The same, and keeps a saved plan: cdktf runs Terraform several times for one deploy. */
  refresh(stack: Stack): string;
  /** Whether there is a state with something in it; undefined when only the backend knows. */
  hasState(stack: Stack): boolean | undefined;
}

/** States lie in a world's folder. */
export function offlineWorkplace(world: World, all: readonly Stack[]): Workplace {
  const make = (stack: Stack, keep: readonly string[]) =>
    makeRunFolder(
      stack,
      world.runFolderOf(stack.name),
      offlineOverride(stack, all, (name) => world.stateOf(name)),
      keep,
    );
  return {
    isOffline: true,
    prepare: (stack) => make(stack, []),
    refresh: (stack) => make(stack, ["plan"]),
    hasState: (stack) => countResources(world.stateOf(stack.name)) > 0,
  };
}

/** States lie where the stacks say, so that `cdktf deploy` and this command see the same. */
export function onlineWorkplace(folder: string): Workplace {
  const make = (stack: Stack, keep: readonly string[]) =>
    makeRunFolder(stack, join(folder, stack.name), absoluteOverride(stack), keep);
  return {
    isOffline: false,
    prepare: (stack) => make(stack, []),
    refresh: (stack) => make(stack, ["plan"]),
    hasState: (stack) => {
      const own = ownState(stack);
      return own.backend === "local" ? existsSync(localPath(own, stack)) : undefined;
    },
  };
}
