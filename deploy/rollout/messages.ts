import type { StartedRollout } from "./rollout";
import { shortName } from "./short-name";

/** `dev/orders`. */
export function nameOf({ target }: StartedRollout): string {
  return `${target.environment}/${target.service}`;
}

/** The command that goes on, or repairs. */
export function command(verb: "wait" | "rollback" | "status", { target }: StartedRollout): string {
  return `"ecs-env ${verb} --env ${target.environment} --service ${target.service}"`;
}

export function duration(seconds: number): string {
  const [count, unit] = seconds >= 120 ? [Math.round(seconds / 60), "minute"] : [seconds, "second"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

export function interruptedMessage(rollout: StartedRollout, status: string | undefined): string {
  return `Interrupted. ${underWay(rollout, status)} AWS goes on by itself; ${command("wait", rollout)} watches it again.`;
}

export function unknownMessage(
  rollout: StartedRollout,
  status: string | undefined,
  seconds: number,
  trouble: string,
): string {
  return (
    `Outcome unknown: AWS did not tell for ${duration(seconds)} (${trouble}). ${underWay(rollout, status)} ` +
    `Go on with ${command("wait", rollout)}.`
  );
}

function underWay(rollout: StartedRollout, status: string | undefined): string {
  const { deployment, revisionArn } = rollout;
  const last = status === undefined ? "has begun" : `was ${status} when last seen`;
  return `The deployment ${shortName(deployment)} of ${shortName(revisionArn)} to ${nameOf(rollout)} ${last}.`;
}
