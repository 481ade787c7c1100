import type { Deployment } from "../../contract/deployment";

const hour = 3600;

/** What a deployment takes besides shifting traffic: starting tasks, checking them, stopping the old ones. */
const restMinutes = 30;

/**
 * How long one assumption of a deploy role may last, in seconds: the whole hours that a deployment takes, because a CI's token may be too
 * old to ask again with; 12 hours at most, AWS's own limit.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage-assume.html
 */
export function sessionSeconds(deployment: Deployment): number {
  const hours = Math.ceil((restMinutes + shiftMinutes(deployment)) / 60);
  return Math.min(hours, 12) * hour;
}

function shiftMinutes(deployment: Deployment): number {
  if (deployment.strategy === "rolling") return 0;
  const { bakeMinutes, canary, linear } = deployment;
  const steps = linear ? Math.ceil(100 / linear.stepPercent) - 1 : 0;
  return bakeMinutes + (canary?.bakeMinutes ?? 0) + steps * (linear?.stepBakeMinutes ?? 0);
}
