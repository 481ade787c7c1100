import type { Problem } from "../../problems/problem";
import { forEachService } from "./environment-check";

/** Longest that an alarm may look back, in seconds: with periods of an hour or more, and with shorter ones. */
const longestWindow = { hours: 604_800, minutes: 86_400 };

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html */
export const alarmPeriod = forEachService(({ deployment }, where): readonly Problem[] => {
  const { periodSeconds: period, evaluationPeriods, errorPercent } = deployment.alarms;
  if (period === undefined) return [];
  const place = `${where}.deployment.alarms`;
  if (![10, 20, 30].includes(period) && period % 60 !== 0) {
    const must = "must be a multiple of 60, or 10, 20 or 30 for alarms of yours";
    const advice = `Use ${Math.ceil(period / 60) * 60}.`;
    return [{ where: `${place}.periodSeconds`, must, got: String(period), advice }];
  }
  if (period < 60 && errorPercent !== undefined && errorPercent !== "none") {
    const must = "must be at least 60 for the service's own alarm: load balancers measure by the minute";
    const advice = 'Use 60, or errorPercent: "none" with alarms of yours.';
    return [{ where: `${place}.periodSeconds`, must, got: String(period), advice }];
  }
  const longest = period < 3600 ? longestWindow.minutes : longestWindow.hours;
  if (evaluationPeriods === undefined || period * evaluationPeriods <= longest) return [];
  const must = `must be at most ${Math.floor(longest / period)} with periods of ${period} seconds`;
  const got = String(evaluationPeriods);
  return [{ where: `${place}.evaluationPeriods`, must, got, advice: "Use fewer: releases wait for them." }];
});
