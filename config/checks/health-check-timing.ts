import { formatGiven, type Problem } from "../../problems/problem";
import { longestStartPeriod } from "../reading/read-service-containers";
import { forEachService } from "./environment-check";

/** AWS refuses a check that outlasts the time until the next one. */
export const healthCheckTimeout = forEachService(({ healthCheck }, where): readonly Problem[] => {
  const { intervalSeconds, timeoutSeconds } = healthCheck ?? {};
  if (intervalSeconds === undefined || timeoutSeconds === undefined || timeoutSeconds < intervalSeconds)
    return [];
  const must = `must be shorter than intervalSeconds (${intervalSeconds})`;
  const advice = `Use at most ${intervalSeconds - 1}, or a longer interval.`;
  return [{ where: `${where}.healthCheck.timeoutSeconds`, must, got: String(timeoutSeconds), advice }];
});

/** A grace shorter than a normal start makes ECS kill tasks that were about to become healthy. */
export const healthCheckGrace = forEachService(({ healthCheck, containers }, where): readonly Problem[] => {
  const { intervalSeconds, healthyThreshold, graceSeconds } = healthCheck ?? {};
  if (!containers || intervalSeconds === undefined) return [];
  if (healthyThreshold === undefined || graceSeconds === undefined) return [];
  const start = longestStartPeriod(containers);
  const least = start + intervalSeconds * healthyThreshold;
  if (graceSeconds >= least) return [];
  const must = `must be at least startPeriod + interval × healthyThreshold (${start} + ${intervalSeconds} × ${healthyThreshold})`;
  const advice = `Use ${least} or more, or leave it out.`;
  return [{ where: `${where}.healthCheck.graceSeconds`, must, got: String(graceSeconds), advice }];
});

/** The seed image, which a new service starts from, answers 200. */
export const healthCheckAccepts200 = forEachService(({ healthCheck }, where): readonly Problem[] => {
  const codes = healthCheck?.successCodes;
  if (codes === undefined || codes.split(",").some(contains200)) return [];
  const must = "must include 200, which the seed image answers before the first deploy";
  return [
    {
      where: `${where}.healthCheck.successCodes`,
      must,
      got: formatGiven(codes),
      advice: `Use "200,${codes}".`,
    },
  ];
});

function contains200(range: string): boolean {
  const [first = 0, last = first] = range.split("-").map(Number);
  return first <= 200 && last >= 200;
}
