import type { Problem } from "../../problems/problem";
import { forEachDatabase, forEachService } from "./environment-check";
import { inProduction, mustReach } from "./production-check";

const leastDays = 365;

/** Security Hub CloudWatch.16: incidents are found late. */
export const productionLogs = inProduction((environment) => [
  ...mustKeep("network", environment.network.logRetentionDays),
  ...forEachDatabase(({ logRetentionDays }, where) => mustKeep(where, logRetentionDays))(environment),
  ...forEachService(({ logRetentionDays }, where) => mustKeep(where, logRetentionDays))(environment),
]);

function mustKeep(where: string, days: number | undefined): readonly Problem[] {
  return mustReach(`${where}.logRetentionDays`, days, leastDays, "days");
}
