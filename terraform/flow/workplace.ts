import { existsSync } from "node:fs";
import { join } from "node:path";
import { makeRunFolder } from "../run/run-folder";
import { countResources, readState } from "../run/state-file";
import { absoluteOverride, localPath, offlineOverride } from "../run/state-override";
import { type World } from "../run/world";
import { declaredOutputs, ownState, type Stack } from "../stacks/stack";

/** Where Terraform runs for a stack, and where its state is. */
export interface Workplace {
  readonly isOffline: boolean;
  /** Makes the folder anew, except for what Terraform downloaded. */
  prepare(stack: Stack): string;
  /** The same, and keeps a saved plan: cdktf runs Terraform several times for one deploy. */
  refresh(stack: Stack): string;
  /** Whether there is a state with something in it; undefined when only the backend knows. */
  hasState(stack: Stack): boolean | undefined;
  /**
   * Whether other stacks find in its state what they read: a destroy that failed half-way leaves resources and no outputs.
   * Undefined when only the backend knows.
   */
  isReadable(stack: Stack): boolean | undefined;
}

/** States lie in a world's folder. */
export function offlineWorkplace(world: World, all: readonly Stack[]): Workplace {
  const stateOf = (stack: Stack) => world.stateOf(stack.name);
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
    hasState: (stack) => hasResources(stateOf(stack)),
    // An output that came with a later version of the stack is missing too; offline the stack can be brought up at once.
    isReadable: (stack) => hasResources(stateOf(stack)) && missingOutputs(stack, stateOf(stack)).length === 0,
  };
}

/** States lie where the stacks say, so that `cdktf deploy` and this command see the same. */
export function onlineWorkplace(folder: string): Workplace {
  const make = (stack: Stack, keep: readonly string[]) =>
    makeRunFolder(stack, join(folder, stack.name), absoluteOverride(stack), keep);
  const stateOf = (stack: Stack) => {
    const own = ownState(stack);
    return own.backend === "local" ? localPath(own, stack) : undefined;
  };
  return {
    isOffline: false,
    prepare: (stack) => make(stack, []),
    refresh: (stack) => make(stack, ["plan"]),
    hasState: (stack) => {
      const path = stateOf(stack);
      return path === undefined ? undefined : hasResources(path);
    },
    isReadable: (stack) => {
      const path = stateOf(stack);
      if (path === undefined) return undefined;
      const missing = missingOutputs(stack, path).length;
      // Some are missing when they are null, or new; whether that matters Terraform says.
      return existsSync(path) && (missing === 0 || missing < declaredOutputs(stack).length);
    },
  };
}

/** Undefined for a state that only Terraform can read. */
function hasResources(path: string): boolean | undefined {
  const state = readState(path);
  return state && countResources(state) > 0;
}

function missingOutputs(stack: Stack, path: string): readonly string[] {
  const state = readState(path);
  return state ? declaredOutputs(stack).filter((name) => !state.outputs.includes(name)) : [];
}
