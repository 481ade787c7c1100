import { startOfflineProvider } from "../../offline/start-offline-provider";
import { offlineWorkplace } from "../../terraform/flow/workplace";
import { copyWorld, World } from "../../terraform/run/world";
import { type Stack } from "../../terraform/stacks/stack";
import { usedTypes } from "../../terraform/stacks/used-types";
import { checkOffline } from "./check-offline";
import { type Place } from "./place";

export interface OfflineOptions {
  /** Folder of the world. */
  readonly folder: string;
  /** Whether what happens must not be seen by the next command: a plan applies what later stacks read. */
  readonly isTrial: boolean;
  readonly asAccount: string | undefined;
}

/** Starts the offline provider over a world. */
export async function offline(
  all: readonly Stack[],
  { folder, isTrial, asAccount }: OfflineOptions,
): Promise<Place> {
  checkOffline(folder, all, !isTrial);
  const { world, remove } = isTrial
    ? copyWorld(folder)
    : { world: new World(folder), remove: () => undefined };
  const types = usedTypes(
    all,
    all.map((stack) => world.stateOf(stack.name)),
  );
  const provider = await startOfflineProvider({
    world: world.folder,
    asAccount,
    isScratch: isTrial,
    types: () => types,
  });
  return {
    workplace: offlineWorkplace(world, all),
    env: provider.env,
    assumptions: () => provider.assumptions(),
    leave: async () => {
      await provider.stop();
      remove();
    },
  };
}
