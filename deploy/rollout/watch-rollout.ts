import type { AwsPorts, Surroundings } from "../ports/ports";
import type { Report } from "../progress/progress";
import { judge } from "./judge";
import { interruptedMessage } from "./messages";
import { createPatience } from "./patience";
import type { StartedRollout, Verdict } from "./rollout";
import { createSteadyLook } from "./steady-look";
import { withAuthor } from "./superseding-author";
import { createTeller } from "./tell-progress";
import { createStoppedTaskTeller } from "./tell-stopped-tasks";
import { createTimeLimit } from "./time-limit";
import { unlessInterrupted } from "./unless-interrupted";

/**
 * Looks at a deployment until it is over, reports what changes, and judges how it ended. After `timeoutSeconds` it is stopped and
 * rolled back. An interruption ends the watching, not the deployment.
 */
export async function watchRollout(
  started: StartedRollout,
  ports: AwsPorts,
  surroundings: Surroundings,
  report: Report,
): Promise<Verdict> {
  const warn = (message: string, advice: string): void =>
    report({ kind: "warning", service: started.target.service, message, advice });
  const steadyLook = createSteadyLook(started, ports, surroundings, warn);
  const patience = createPatience(surroundings.now);
  const timeLimit = createTimeLimit(started, ports, surroundings.now, warn);
  const tell = createTeller(started, report);
  const stoppedTasks = createStoppedTaskTeller(started, ports, report);
  // The deployment's real name may turn out only after it began.
  let rollout = started;
  let status: string | undefined;

  const step = async (): Promise<Verdict | undefined> => {
    const { sight, verdict: givenUp } = await steadyLook(status);
    if (givenUp !== undefined) return givenUp;
    const deployment = sight?.look.deployment;
    if (sight !== undefined) {
      rollout = { ...rollout, deployment: deployment?.id ?? rollout.deployment };
      status = deployment?.status;
      const judgement = judge(rollout, sight.look, timeLimit.reason());
      tell(sight, judgement);
      await unlessInterrupted(stoppedTasks.tellNew(sight.look.service?.sets ?? []), surroundings.interrupted);
      const verdict = patience(judgement, deployment?.phase);
      if (verdict !== undefined) return verdict;
    }
    if (surroundings.interrupted.aborted) {
      return { outcome: "interrupted", message: interruptedMessage(rollout, status) };
    }
    return timeLimit.enforce(rollout, deployment?.phase);
  };

  for (;;) {
    const verdict = await step();
    if (verdict?.outcome === "rolled-back" || verdict?.outcome === "failed") {
      await unlessInterrupted(stoppedTasks.tellRest(), surroundings.interrupted);
    }
    if (verdict !== undefined) return withAuthor(verdict, ports);
    await surroundings.sleep(started.pollSeconds * 1_000);
  }
}
