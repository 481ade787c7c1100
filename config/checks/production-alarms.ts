import { forEachService } from "./environment-check";
import { inProduction } from "./production-check";

/** The circuit breaker sees tasks that do not start; only an alarm sees tasks that answer with errors. Workers answer nobody. */
export const productionAlarms = inProduction(
  forEachService(({ kind, deployment: { alarms } }, where) => {
    if (kind !== "frontend" && kind !== "backend") return [];
    if (alarms.errorPercent !== "none" || alarms.names?.length !== 0) return [];
    const must =
      "must be a number in production, or come with names of alarms: a bad release is rolled back by nothing else";
    const advice = "Remove it: 5 is the default.";
    return [{ where: `${where}.deployment.alarms.errorPercent`, must, got: '"none"', advice }];
  }),
);
