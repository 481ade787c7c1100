import { forEachService } from "./environment-check";
import { inProduction, mustReach } from "./production-check";

/** One task is none while its zone fails. */
export const productionTasks = inProduction(
  forEachService(({ scaling }, where) => mustReach(`${where}.scaling.minTasks`, scaling?.minTasks, 2, "")),
);
