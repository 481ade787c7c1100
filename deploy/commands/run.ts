import type { Task } from "@aws-sdk/client-ecs";
import { awsProblem } from "../aws/aws-problem";
import { startTask } from "../one-off/start-task";
import { taskEnd } from "../one-off/task-end";
import { startedBy, type OneOffTask } from "../one-off/task-input";
import { watchTask } from "../one-off/watch-task";
import type { Surroundings } from "../ports/ports";
import { PreconditionError } from "../precondition-error";
import { gatherFacts, type Facts } from "../preconditions/facts";
import type { Outcome, Report } from "../progress/progress";
import { shortName } from "../rollout/short-name";
import { locate } from "../target/locate";
import type { DeliveryRequest, ServiceResult } from "./delivery-request";
import { prepareRun } from "./prepare-run";
import { refusalOf } from "./refusal-of";
import { tellStep } from "./tell-steps";

export interface RunRequest extends DeliveryRequest {
  readonly service: string;
  /** Undefined: the image that the service runs. */
  readonly image?: string;
  readonly command: readonly string[];
  /** Random, of this one run. */
  readonly id: string;
}

const defaultTimeoutMinutes = 30;

type End = Pick<ServiceResult, "message" | "digest" | "revision"> &
  Partial<Pick<ServiceResult, "problems">> & { readonly outcome: Outcome };

/** Runs a command once in a task of its own, made as the service's tasks are, and waits for its end. */
export async function run(
  request: RunRequest,
  report: Report,
  surroundings: Surroundings,
): Promise<ServiceResult> {
  const { environment, service, source, access } = request;
  const name = `${environment}/${service}`;
  const since = surroundings.now();
  const end = await locate({ environment, service }, source, access)
    .then((located) => runIn(gatherFacts(located), request, report, surroundings))
    .catch((error: unknown): End => {
      const { problems } = refusalOf(error, name);
      return { outcome: "precondition", message: `The command was not run in ${name}.`, problems };
    });
  const { outcome, message, digest, revision } = end;
  report({
    ...{ kind: "result", service, outcome, message, seconds: (surroundings.now() - since) / 1000 },
    ...(digest !== undefined && { digest }),
    ...(revision !== undefined && { revision }),
  });
  return { service, problems: [], ...end };
}

async function runIn(
  facts: Facts,
  request: RunRequest,
  report: Report,
  surroundings: Surroundings,
): Promise<End> {
  const { service: name, command, id } = request;
  const checks = { step: "prepare-task", title: "image and template are there" };
  const { service, revision, digest } = await tellStep(report, name, checks, () =>
    prepareRun(facts, request, surroundings),
  );
  if (surroundings.interrupted.aborted) {
    return { outcome: "interrupted", message: "Interrupted before the task was started: nothing runs." };
  }
  const { target, aws } = facts;
  const revisionArn = revision.taskDefinition.taskDefinitionArn ?? "";
  const oneOff: OneOffTask = { target, service, revisionArn, command, id };
  const startedAt = surroundings.now();
  const starts = { step: "start-task", title: "the task is started", detail: shortName(revisionArn) };
  const task = await tellStep(report, name, starts, () => startTask(oneOff, aws.ecs)).catch(
    (error: unknown) => {
      throw notStarted(facts, error);
    },
  );
  const known = { digest, revision: revisionArn };
  if (task?.taskArn === undefined) return { ...known, outcome: "failed", message: unknown(oneOff) };
  const timeoutSeconds = (request.timeoutMinutes ?? defaultTimeoutMinutes) * 60;
  const watched = await watchTask(
    {
      ...{ target, definition: revision.taskDefinition, taskArn: task.taskArn, startedAt, timeoutSeconds },
      pollSeconds: request.pollSeconds,
    },
    aws,
    surroundings,
    report,
  );
  if (watched.kind === "stopped") return { ...known, ...endOf(watched.task, facts) };
  return { ...known, ...(await stopped(watched.kind, task.taskArn, facts)) };
}

function endOf(task: Task, { target }: Facts): End {
  const { outcome, message, advice } = taskEnd(task, target.container);
  if (outcome !== "precondition") {
    return { outcome, message: advice === undefined ? message : `${message} ${advice}` };
  }
  const where = `task ${shortName(task.taskArn ?? "")}`;
  const got = task.stoppedReason ?? "no reason";
  const problem = { where, must: "must start", got, advice: advice ?? "Read what AWS said." };
  return { outcome, message, problems: [problem] };
}

/** Stops the task because nobody waits for it any longer. */
async function stopped(
  kind: "interrupted" | "out-of-time",
  taskArn: string,
  { target, aws }: Facts,
): Promise<End> {
  const why = kind === "interrupted" ? "Interrupted" : "The command did not end in time";
  const outcome = kind === "interrupted" ? "interrupted" : "failed";
  const task = shortName(taskArn);
  try {
    await aws.ecs.stopTask(target.cluster, taskArn, `ecs-env run: ${why.toLowerCase()}`);
    return {
      outcome,
      message: `${why}: task ${task} is being stopped; the command may have done a part of its work.`,
    };
  } catch (error) {
    const { problems } = refusalOf(error, target.service);
    const got = problems[0]?.got ?? "no answer";
    return {
      outcome: "failed",
      message: `${why}, and task ${task} could not be stopped: ${got}. It still runs.`,
    };
  }
}

function notStarted({ target }: Facts, error: unknown): PreconditionError {
  return new PreconditionError(`${target.environment}/${target.service}`, [
    awsProblem(error, "start of the task"),
  ]);
}

function unknown({ target, id }: OneOffTask): string {
  return (
    `AWS did not answer whether it started the task: look for one in cluster ${target.cluster} that ${startedBy(id)} started, ` +
    "before the command is run again."
  );
}
