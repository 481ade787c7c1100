import type { Task } from "@aws-sdk/client-ecs";
import type { EcsPort } from "../ports/ecs-port";
import { awsTrouble } from "../rollout/aws-trouble";
import { startedBy, taskInput, type OneOffTask } from "./task-input";

/**
 * Starts a task, and only one. Undefined: AWS did not answer, and does not tell of a task either; whether one runs is not known.
 *
 * @throws what AWS says when it refuses
 */
export async function startTask(task: OneOffTask, ecs: EcsPort): Promise<Task | undefined> {
  try {
    return await ecs.runTask(taskInput(task));
  } catch (error) {
    if (!mayHaveStarted(error)) throw error;
    return findStarted(task, ecs);
  }
}

/** The SDK marks every error that came of a request with `$metadata`; only a status of 4xx there is AWS's clear no. */
function mayHaveStarted(error: unknown): boolean {
  if (!(error instanceof Error) || !("$metadata" in error)) return false;
  const { $metadata: metadata } = error;
  if (typeof metadata !== "object" || metadata === null || !("httpStatusCode" in metadata)) return true;
  const status = Number(metadata.httpStatusCode);
  return status < 400 || status >= 500;
}

/** A task whose start was never answered. */
async function findStarted({ target: { cluster }, id }: OneOffTask, ecs: EcsPort): Promise<Task | undefined> {
  try {
    const listed = await Promise.all(
      (["RUNNING", "STOPPED"] as const).map((desiredStatus) =>
        ecs.listTasks(cluster, { startedBy: startedBy(id), desiredStatus }),
      ),
    );
    const [arn] = listed.flat();
    return arn === undefined ? undefined : (await ecs.describeTasks(cluster, [arn]))[0];
  } catch (error) {
    if (awsTrouble(error) === undefined) throw error;
    return undefined;
  }
}
