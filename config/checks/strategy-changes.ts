import type { Problem } from "../../problems/problem";
import { forEachService } from "./environment-check";

/** What rolls already need not be moved; a shifting service may keep its strategy and change its controller. */
export const strategyChanges = forEachService(({ kind, deployment }, where): readonly Problem[] => {
  const { strategy, changesFrom } = deployment;
  if (kind === "worker" || strategy !== "rolling" || changesFrom !== "rolling") return [];
  const must = "must be another strategy than the service is to have";
  const advice = "Remove it: it is for the one apply that changes the strategy.";
  return [{ where: `${where}.deployment.changesFrom`, must, got: '"rolling"', advice }];
});
