import { type ResourceBehaviour } from "./behaviour";
import { ecsBehaviours } from "./ecs";

/** Services that run, deliver and watch applications. */
export const applicationBehaviours: readonly ResourceBehaviour[] = [...ecsBehaviours];
