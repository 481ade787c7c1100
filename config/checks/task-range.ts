import type { Problem } from "../../problems/problem";
import { forEachService } from "./environment-check";

/** Autoscaling needs a range to move in, and a metric that the service has. */
export const taskRange = forEachService(({ kind, scaling }, where): readonly Problem[] => {
  if (!scaling) return [];
  const { minTasks, maxTasks, ...targets } = scaling;
  if (minTasks > maxTasks) {
    const must = `must be at least minTasks (${minTasks})`;
    const advice = `Use ${minTasks} or more.`;
    return [{ where: `${where}.scaling.maxTasks`, must, got: String(maxTasks), advice }];
  }
  const [target] = Object.keys(targets);
  if (target !== undefined && minTasks === maxTasks) {
    const must = `must be above minTasks (${minTasks}) where ${target} is given`;
    const advice = `Raise maxTasks, or remove ${target} for a fixed number of tasks.`;
    return [{ where: `${where}.scaling.maxTasks`, must, got: String(maxTasks), advice }];
  }
  if (kind !== "worker" || targets.requestsPerTarget === undefined) return [];
  const must = "must not be given for a worker, which gets no requests";
  const got = String(targets.requestsPerTarget);
  return [
    { where: `${where}.scaling.requestsPerTarget`, must, got, advice: "Use cpuPercent or memoryPercent." },
  ];
});
