import { offersPerformanceInsights } from "../../limits/performance-insights";
import type { DatabaseDraft } from "../draft";
import { forEachDatabase } from "./environment-check";
import { inProduction, mustBeOn, mustReach } from "./production-check";

/** Security Hub RDS.5, RDS.6, RDS.8 and RDS.11: what is lost in a bad hour is not lost for good. */
export const productionDatabases = inProduction(
  forEachDatabase((database, where) => [
    ...mustBeOn(`${where}.multiAz`, database.multiAz),
    ...mustBeOn(`${where}.deletionProtection`, database.deletionProtection),
    ...mustBeOn(`${where}.enhancedMonitoring`, database.enhancedMonitoring),
    ...(hasInsights(database) ? mustBeOn(`${where}.performanceInsights`, database.performanceInsights) : []),
    ...mustReach(`${where}.backupDays`, database.backupDays, 7, "days"),
  ]),
);

function hasInsights({ engine, instanceClass }: DatabaseDraft): boolean {
  return (
    engine !== undefined && instanceClass !== undefined && offersPerformanceInsights(engine, instanceClass)
  );
}
