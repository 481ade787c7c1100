import type { AwsPorts, Surroundings } from "../ports/ports";
import { awsTrouble, type AwsTrouble } from "./aws-trouble";
import { unknownMessage } from "./messages";
import type { StartedRollout, Verdict } from "./rollout";
import { createSight, type Sight } from "./take-look";
import { unlessInterrupted } from "./unless-interrupted";

/** How long AWS may give no answer, seconds: refusals (expired credentials, a missing permission) seldom heal. */
const limits = { passing: 900, refused: 120 } as const;

/** What is seen; nothing while AWS does not answer or after an interruption; a verdict when that lasted too long. */
export interface Glimpse {
  readonly sight?: Sight;
  readonly verdict?: Verdict;
}

/** Looks that endure throttling, lost connections and refusals for a while: the deployment goes on meanwhile. */
export function createSteadyLook(
  rollout: StartedRollout,
  ports: AwsPorts,
  { now, interrupted }: Surroundings,
  warn: (message: string, advice: string) => void,
): (lastStatus: string | undefined) => Promise<Glimpse> {
  const takeSight = createSight(rollout, ports);
  let blindSince: number | undefined;

  const endure = (trouble: AwsTrouble, lastStatus: string | undefined): Glimpse => {
    if (blindSince === undefined) {
      blindSince = now();
      warn(
        `AWS does not tell how the deployment goes: ${trouble.text}`,
        "AWS goes on with it; the next look may succeed.",
      );
    }
    const limit = trouble.isPassing ? limits.passing : limits.refused;
    if (now() - blindSince < limit * 1_000) return {};
    const message = unknownMessage(rollout, lastStatus, limit, trouble.text);
    return { verdict: { outcome: "failed", message } };
  };

  return async (lastStatus) => {
    try {
      const sight = await unlessInterrupted(takeSight(), interrupted);
      if (sight === undefined) return {};
      if (blindSince !== undefined) warn("AWS answers again.", "The deployment is watched as before.");
      blindSince = undefined;
      return { sight };
    } catch (error) {
      const trouble = awsTrouble(error);
      if (trouble === undefined) throw error;
      return endure(trouble, lastStatus);
    }
  };
}
