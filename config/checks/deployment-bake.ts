import type { Problem } from "../../problems/problem";
import type { DeploymentDraft } from "../draft";
import { forEachService } from "./environment-check";

const bakes = ["bakeMinutes", "canaryBakeMinutes", "stepBakeMinutes"] as const;

/** A bake that is over before an alarm can fire proves nothing. */
export const bakeCoversAlarms = forEachService(({ deployment }, where): readonly Problem[] => {
  const { periodSeconds, evaluationPeriods, names, errorPercent } = deployment.alarms;
  if (periodSeconds === undefined || evaluationPeriods === undefined) return [];
  if (names === undefined || errorPercent === undefined) return [];
  if (names.length === 0 && errorPercent === "none") return [];
  const least = Math.ceil((periodSeconds * evaluationPeriods) / 60);
  return bakes.flatMap((field): Problem[] => {
    const minutes = deployment[field];
    if (minutes === undefined || minutes >= least) return [];
    const must = `must be at least periodSeconds × evaluationPeriods of its alarms, ${least} minutes, or they cannot fire in time`;
    const advice = `Use ${least} or more, or let the alarms judge sooner.`;
    return [{ where: `${where}.deployment.${field}`, must, got: String(minutes), advice }];
  });
});

/** Longest time between first and last shift. @see https://docs.aws.amazon.com/codedeploy/latest/userguide/limits.html */
const longestShift = 2880;

/** CodeDeploy waits at least a minute between shifts, and not for days. */
export const codedeployShift = forEachService(({ deployment }, where): readonly Problem[] => {
  if (deployment.controller !== "codedeploy") return [];
  return [
    ...waits(`${where}.deployment.canaryBakeMinutes`, deployment.canaryBakeMinutes),
    ...waits(`${where}.deployment.stepBakeMinutes`, deployment.stepBakeMinutes),
    ...endsInTime(deployment, `${where}.deployment.stepBakeMinutes`),
  ];
});

function waits(where: string, minutes: number | undefined): readonly Problem[] {
  if (minutes !== 0) return [];
  const must = "must be at least 1 with CodeDeploy";
  return [{ where, must, got: "0", advice: 'Use 1 or more, or the strategy "blue-green".' }];
}

function endsInTime({ stepPercent, stepBakeMinutes }: DeploymentDraft, where: string): readonly Problem[] {
  if (stepPercent === undefined || stepBakeMinutes === undefined) return [];
  const waits = Math.ceil(100 / stepPercent) - 1;
  if (waits * stepBakeMinutes <= longestShift) return [];
  const must = `must let all traffic shift within ${longestShift} minutes with CodeDeploy`;
  const got = `${waits} × ${stepBakeMinutes} minutes`;
  return [{ where, must, got, advice: "Use fewer minutes, or larger steps." }];
}
