import { type ErrorCode, type LifecycleEvent } from "@aws-sdk/client-codedeploy";
import { type TaskSet } from "@aws-sdk/client-ecs";
import { bringUp, retire } from "../ecs/rollout/bring-up";
import { forwardAll } from "../ecs/rollout/traffic";
import { type Region } from "../region";
import { type Script } from "../time/clock";
import { type CodeDeployment } from "./deployment-group";
import { rollBackBy } from "./roll-back-by";
import { newTaskSet, otherGroup, servingGroup } from "./task-sets";

interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
}

type StepScript = Generator<number, Failure | undefined, void>;
type Step = (region: Region, deployment: CodeDeployment) => StepScript;

/** What CodeDeploy itself does; the other events only call hooks. */
const steps: Readonly<Record<string, Step>> = {
  Install: install,
  AllowTestTraffic: allowTestTraffic,
  AllowTraffic: allowTraffic,
};

/** Rounds of failing tasks that stand for the hour that CodeDeploy waits. */
const failuresUntilTimeout = 4;

/** @see https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-steps-ecs.html */
export function* deploy(region: Region, deployment: CodeDeployment): Script {
  const { info, events } = deployment;
  yield 1;
  Object.assign(info, { status: "InProgress", startTime: region.clock.date() });
  for (const event of events) {
    const failure = yield* runEvent(region, deployment, event);
    if (failure === "hangs") return;
    if (failure) return fail(region, deployment, failure);
  }
  yield* finish(region, deployment);
}

function* runEvent(
  region: Region,
  deployment: CodeDeployment,
  event: LifecycleEvent,
): Generator<number, Failure | "hangs" | undefined, void> {
  const { outcome } = deployment;
  const name = event.lifecycleEventName ?? "";
  Object.assign(event, { status: "InProgress", startTime: region.clock.date() });
  yield 1;
  if (outcome.outcome === "hangs" && (outcome.stage ?? "Install") === name) return "hangs";
  const failure = (yield* steps[name]?.(region, deployment) ?? nothing()) ?? callHook(deployment, name);
  Object.assign(event, {
    status: failure ? "Failed" : "Succeeded",
    endTime: region.clock.date(),
    ...(failure ? { diagnostics: { errorCode: "ScriptFailed", message: failure.message } } : {}),
  } satisfies Partial<LifecycleEvent>);
  return failure;
}

function* nothing(): StepScript {
  return undefined;
}

function callHook(
  { hooks, outcome: { outcome, stage } }: CodeDeployment,
  event: string,
): Failure | undefined {
  const calls = hooks[event] !== undefined && outcome === "hook-fails" && (stage ?? event) === event;
  return calls
    ? { code: "HOOK_EXECUTION_FAILURE", message: `One or more hooks in the AppSpec file failed: ${event}` }
    : undefined;
}

function* install(region: Region, deployment: CodeDeployment): StepScript {
  const { group, taskDefinition, outcome } = deployment;
  const { service } = group;
  const green = otherGroup(group);
  const taskSet = newTaskSet(region, deployment, green);
  service.taskSets.push(taskSet);
  deployment.greenTaskSet = taskSet.id;
  const isHealthy = yield* bringUp({
    region,
    service,
    startedBy: taskSet.id ?? "",
    definition: region.taskDefinitions.get(taskDefinition).taskDefinition,
    group: green,
    outcome,
    givesUp: (failedTasks) => failedTasks >= failuresUntilTimeout,
  });
  if (isHealthy) {
    taskSet.stabilityStatus = "STEADY_STATE";
    return undefined;
  }
  return {
    code: "TIMEOUT",
    message:
      "The deployment timed out while waiting for the replacement task set to become healthy. This time out period is 60 minutes.",
  };
}

function* allowTestTraffic(region: Region, { group }: CodeDeployment): StepScript {
  forwardAll(region, group.testRules, { [otherGroup(group)]: 100 });
  yield 1;
  return undefined;
}

function* allowTraffic(region: Region, deployment: CodeDeployment): StepScript {
  const { outcome } = deployment;
  for (const percent of deployment.group.trafficSteps) {
    shift(region, deployment, percent);
    yield 1;
  }
  if (outcome.outcome !== "alarm") return undefined;
  const name = outcome.alarm ?? deployment.group.info.alarmConfiguration?.alarms?.[0]?.name ?? "";
  Object.assign(region.alarms.get(name) ?? {}, {
    StateValue: "ALARM",
    StateUpdatedTimestamp: region.clock.date(),
  });
  return {
    code: "ALARM_ACTIVE",
    message: `One or more alarms have been activated according to the Amazon CloudWatch metrics you selected, and the affected deployments have been stopped. Activated alarms: <${name}>`,
  };
}

/** Divides production traffic between the two groups. */
export function shift(region: Region, deployment: CodeDeployment, percent: number): void {
  const { group } = deployment;
  deployment.trafficWeight = percent;
  forwardAll(region, group.productionRules, {
    [servingGroup(group)]: 100 - percent,
    [otherGroup(group)]: percent,
  });
}

/** The new task set is the primary one; the old one goes after the time that the group says. */
function* finish(region: Region, deployment: CodeDeployment): Script {
  const { info, group, blueTaskSet, greenTaskSet, taskDefinition } = deployment;
  const { service } = group;
  const blueGroup = servingGroup(group);
  setStatuses(service.taskSets, greenTaskSet);
  info.instanceTerminationWaitTimeStarted = true;
  yield 2;
  yield* retire(region, service, [blueTaskSet ?? ""], blueGroup, greenTaskSet ?? "");
  service.taskSets = service.taskSets.filter(({ id }) => id === greenTaskSet);
  service.taskDefinition = taskDefinition;
  service.loadBalancers = service.taskSets[0]?.loadBalancers ?? service.loadBalancers;
  Object.assign(info, { status: "Succeeded", completeTime: region.clock.date() });
}

function setStatuses(taskSets: readonly TaskSet[], primary: string | undefined): void {
  for (const taskSet of taskSets) taskSet.status = taskSet.id === primary ? "PRIMARY" : "ACTIVE";
}

function fail(region: Region, deployment: CodeDeployment, { code, message }: Failure): void {
  const { info } = deployment;
  Object.assign(info, {
    status: "Failed",
    completeTime: region.clock.date(),
    errorInformation: { code, message },
  });
  if (info.autoRollbackConfiguration?.enabled) rollBackBy(region, deployment);
}
