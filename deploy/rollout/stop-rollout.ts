import type { AwsPorts } from "../ports/ports";
import { awsTrouble } from "./aws-trouble";
import { revisionBefore } from "./judge";
import type { StartedRollout } from "./rollout";
import { shortName } from "./short-name";

/** What became of the wish to stop a deployment. */
export type StopAnswer =
  /** AWS rolls back. */
  | { readonly kind: "stopped" }
  /** AWS would not; the service was given its revision of before. */
  | { readonly kind: "set-back"; readonly because: string }
  /** AWS would not, and there is nothing healthy to go back to. */
  | { readonly kind: "impossible"; readonly because: string }
  /** Not now: another look, then another attempt. */
  | { readonly kind: "again"; readonly because: string };

/**
 * Stops a deployment and has it rolled back.
 *
 * ECS accepts this in every state of a deployment that is not over, with or without a rollback configured.
 *
 * @param refusals how often AWS refused already: the first time the deployment may just have ended, which the next look tells
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stop-service-deployment.html
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_StopDeployment.html
 */
export async function stopRollout(
  rollout: StartedRollout,
  ports: AwsPorts,
  refusals: number,
): Promise<StopAnswer> {
  try {
    await stop(rollout, ports);
    return { kind: "stopped" };
  } catch (error) {
    const trouble = awsTrouble(error);
    if (trouble === undefined) throw error;
    if (trouble.isPassing || refusals === 0) return { kind: "again", because: trouble.text };
    return setBack(rollout, ports, trouble.text);
  }
}

async function stop({ target, deployment }: StartedRollout, ports: AwsPorts): Promise<void> {
  if (target.controller === "codedeploy") return ports.codedeploy.stopDeployment(deployment);
  return ports.ecs.stopServiceDeployment(deployment);
}

async function setBack(rollout: StartedRollout, ports: AwsPorts, because: string): Promise<StopAnswer> {
  const { target } = rollout;
  const revision = healthyBefore(rollout);
  if (revision === undefined || target.controller === "codedeploy") return { kind: "impossible", because };
  try {
    await ports.ecs.updateService(target.cluster, target.serviceName, revision);
    return { kind: "set-back", because: `${because}; the service was set back to ${shortName(revision)}` };
  } catch (error) {
    const trouble = awsTrouble(error);
    if (trouble === undefined) throw error;
    return { kind: trouble.isPassing ? "again" : "impossible", because: trouble.text };
  }
}

/** The revision before, if all its tasks ran when the deployment began. */
function healthyBefore(rollout: StartedRollout): string | undefined {
  const { before, revisionArn } = rollout;
  const { desiredCount = 0, runningCount = 0 } = before;
  const isWhole = desiredCount > 0 && runningCount >= desiredCount;
  const primary = before.deployments?.find(({ status }) => status === "PRIMARY");
  const isComplete = primary?.rolloutState === undefined || primary.rolloutState === "COMPLETED";
  const revision = revisionBefore(rollout);
  return isWhole && isComplete && revision !== revisionArn ? revision : undefined;
}
