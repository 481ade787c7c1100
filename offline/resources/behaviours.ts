import { applicationBehaviours } from "./application-behaviours";
import { type ResourceBehaviour } from "./behaviour";
import { platformBehaviours } from "./platform-behaviours";
import { vaultBehaviours } from "./vault";

const all: readonly ResourceBehaviour[] = [
  ...applicationBehaviours,
  ...platformBehaviours,
  ...vaultBehaviours,
];

/** How AWS fills in each type of resource; types that are not here get the generic behaviour. */
export const behaviours: ReadonlyMap<string, ResourceBehaviour> = new Map(
  all.map((behaviour) => [behaviour.type, behaviour]),
);
