import type { Task, TaskDefinition } from "@aws-sdk/client-ecs";
import type { DeliveryTarget } from "../../contract/delivery-target";
import { createLogReader } from "../diagnosis/log-reader";
import { logPlaceOf, variableValues } from "../diagnosis/log-place";
import { logProgress } from "../diagnosis/tell-log";
import type { AwsPorts, Surroundings } from "../ports/ports";
import type { Report } from "../progress/progress";
import { awsTrouble } from "../rollout/aws-trouble";
import { shortName } from "../rollout/short-name";

export interface WatchedTask {
  readonly target: DeliveryTarget;
  readonly definition: TaskDefinition;
  readonly taskArn: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly timeoutSeconds: number;
  readonly pollSeconds: number;
}

/** The stopped task; or why nobody looks any longer while it runs. */
export type Watched =
  { readonly kind: "stopped"; readonly task: Task } | { readonly kind: "interrupted" | "out-of-time" };

/** The clock of whoever wrote the lines may be behind ours. */
const clockDifference = 60_000;

/** Looks at a task until it has stopped, and tells its log meanwhile. An error of AWS that may pass is told once, and endured. */
export async function watchTask(
  { target, definition, taskArn, startedAt, timeoutSeconds, pollSeconds }: WatchedTask,
  { ecs, logs }: AwsPorts,
  { now, sleep, interrupted }: Surroundings,
  report: Report,
): Promise<Watched> {
  const container = definition.containerDefinitions?.find(({ name }) => name === target.container);
  const place = logPlaceOf(container);
  const since = startedAt - clockDifference;
  const readNew = place && createLogReader(logs, place, { task: shortName(taskArn), since });
  const endure = createEndurance(target.service, report);
  const tellLog = async () => {
    const lines = (readNew && (await endure(readNew))) ?? [];
    for (const line of logProgress(target.service, lines, variableValues(definition))) report(line);
  };
  for (;;) {
    const task = await endure(async () => (await ecs.describeTasks(target.cluster, [taskArn]))[0]);
    await tellLog();
    if (task?.lastStatus === "STOPPED") {
      // The last lines reach the log after the task's end.
      await sleep(pollSeconds * 1000);
      await tellLog();
      return { kind: "stopped", task };
    }
    if (interrupted.aborted) return { kind: "interrupted" };
    if (now() - startedAt >= timeoutSeconds * 1000) return { kind: "out-of-time" };
    await sleep(pollSeconds * 1000);
  }
}

/** Runs what may fail for a while; each kind of trouble is told once. */
function createEndurance(service: string, report: Report) {
  const told = new Set<string>();
  return async <Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> => {
    try {
      return await ask();
    } catch (error) {
      const trouble = awsTrouble(error);
      if (trouble === undefined) throw error;
      if (!told.has(trouble.text)) {
        told.add(trouble.text);
        const message = `AWS does not answer: ${trouble.text}.`;
        report({
          kind: "warning",
          service,
          message,
          advice: "The task goes on by itself; it is asked again.",
        });
      }
      return undefined;
    }
  };
}
