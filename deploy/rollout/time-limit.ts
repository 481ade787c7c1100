import type { AwsPorts } from "../ports/ports";
import type { Phase } from "./look";
import { command, duration, nameOf } from "./messages";
import type { StartedRollout, Verdict } from "./rollout";
import { shortName } from "./short-name";
import { stopRollout } from "./stop-rollout";

/** How long a rollback may take, seconds. */
const rollbackLimit = 1_800;

/** How long AWS may put off the wish to stop a deployment, seconds. */
const stopLimit = 300;

export interface TimeLimit {
  /** Why this command stopped the deployment, if it did. */
  reason(): string | undefined;
  /** Stops the deployment when its time is over; a verdict when that is impossible, or the rollback takes too long as well. */
  enforce(rollout: StartedRollout, phase: Phase | undefined): Promise<Verdict | undefined>;
}

export function createTimeLimit(
  started: StartedRollout,
  ports: AwsPorts,
  now: () => number,
  warn: (message: string, advice: string) => void,
): TimeLimit {
  const name = `${shortName(started.revisionArn)} in ${nameOf(started)}`;
  const late = started.stopBecause ?? `not healthy within ${duration(started.timeoutSeconds)}`;
  const failed = (text: string): Verdict => ({
    outcome: "failed",
    message: `${name}: ${text} A person must look (${command("status", started)}).`,
  });
  let deadline = now() + started.timeoutSeconds * 1_000;
  let isRollingBack = false;
  let reason: string | undefined;
  let refusals = 0;
  let refusedSince: number | undefined;

  const giveTimeToRollBack = (): undefined => {
    isRollingBack = true;
    deadline = now() + rollbackLimit * 1_000;
  };

  const stop = async (rollout: StartedRollout): Promise<Verdict | undefined> => {
    const answer = await stopRollout(rollout, ports, refusals);
    switch (answer.kind) {
      case "stopped":
        reason = `it was ${late}, and was stopped`;
        return giveTimeToRollBack();
      case "set-back":
        reason = `it was ${late}`;
        warn(
          `The deployment could not be stopped: ${answer.because}.`,
          "The revision of before is deployed again instead.",
        );
        return giveTimeToRollBack();
      case "impossible":
        return failed(`${late}, and it can be neither stopped nor rolled back: ${answer.because}.`);
      case "again":
        refusals += 1;
        refusedSince ??= now();
        if (now() - refusedSince < stopLimit * 1_000) return undefined;
        return failed(`${late}, and AWS does not let it be stopped: ${answer.because}.`);
    }
  };

  return {
    reason: () => reason,
    async enforce(rollout, phase) {
      if (now() < deadline) return undefined;
      // When AWS is at its end, the judgement has the say.
      if (phase !== undefined && phase !== "under-way" && phase !== "rolling-back") return undefined;
      if (isRollingBack) return failed(`it is not rolled back after ${duration(rollbackLimit)}.`);
      return phase === "rolling-back" ? giveTimeToRollBack() : stop(rollout);
    },
  };
}
