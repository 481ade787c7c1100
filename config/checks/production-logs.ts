import type { Problem } from "../../problems/problem";
import { forEachDatabase, forEachService } from "./environment-check";
import { inProduction, mustBeOn, mustReach } from "./production-check";

const leastDays = 365;

/** Security Hub CloudWatch.16: incidents are found late. Encrypted: logs tell more than people mean them to. */
export const productionLogs = inProduction((environment) => [
  ...mustBeOn("network.encryptLogs", environment.network.encryptLogs),
  ...mustKeep("network", environment.network.logRetentionDays),
  ...forEachDatabase(({ logRetentionDays }, where) => mustKeep(where, logRetentionDays))(environment),
  ...forEachService(({ logRetentionDays }, where) => mustKeep(where, logRetentionDays))(environment),
]);

function mustKeep(where: string, days: number | undefined): readonly Problem[] {
  return mustReach(`${where}.logRetentionDays`, days, leastDays, "days");
}
