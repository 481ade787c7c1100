import { explainStoppedTasks } from "../diagnosis/stopped-tasks";
import type { AwsPorts } from "../ports/ports";
import type { Report } from "../progress/progress";
import { unlessTroubled } from "./aws-trouble";
import type { TaskSetLook } from "./look";
import type { StartedRollout } from "./rollout";

/** How many stopped tasks are told: they mostly stop for one reason. */
const toldTasks = 3;

export interface StoppedTaskTeller {
  /** Asks only when the counts say that a new task has stopped. */
  tellNew(sets: readonly TaskSetLook[]): Promise<void>;
  tellRest(): Promise<void>;
}

/** Tells why tasks of the new revision stopped, each once. */
export function createStoppedTaskTeller(
  { target, revisionArn }: StartedRollout,
  ports: AwsPorts,
  report: Report,
): StoppedTaskTeller {
  const told = new Set<string>();
  let failed = 0;
  let alive = 0;

  const tell = async (): Promise<void> => {
    const limit = toldTasks - told.size;
    for (const task of await explainStoppedTasks({ target, revisionArn, except: told, limit }, ports)) {
      told.add(task.task);
      report(task);
    }
  };

  return {
    async tellNew(sets) {
      const set = sets.find((one) => one.revisionArn === revisionArn);
      const count = (set?.running ?? 0) + (set?.pending ?? 0);
      const hasStopped = (set?.failed ?? 0) > failed || count < alive;
      failed = set?.failed ?? 0;
      alive = count;
      if (hasStopped) await unlessTroubled(tell, () => undefined);
    },
    tellRest: () =>
      unlessTroubled(tell, (text) =>
        report({
          kind: "warning",
          service: target.service,
          message: `Why tasks stopped could not be read: ${text}`,
          advice: "ECS tells it for an hour: see the service's stopped tasks.",
        }),
      ),
  };
}
