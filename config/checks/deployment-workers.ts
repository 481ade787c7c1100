import { formatGiven, type Problem } from "../../problems/problem";
import { forEachService } from "./environment-check";

/** Strategies other than rolling shift traffic, and nobody sends any to a worker. */
export const workersRoll = forEachService(({ kind, deployment }, where): readonly Problem[] => {
  if (kind !== "worker") return [];
  const { strategy, changesFrom } = deployment;
  const strategies = { strategy, changesFrom: changesFrom === "none" ? undefined : changesFrom };
  return Object.entries(strategies).flatMap(([field, value]): Problem[] => {
    if (value === undefined || value === "rolling") return [];
    const must = 'must be "rolling" for a worker: it gets no requests, so there is no traffic to shift';
    const advice = "Remove it; the circuit breaker and alarms of yours guard its deployments.";
    return [{ where: `${where}.deployment.${field}`, must, got: formatGiven(value), advice }];
  });
});
