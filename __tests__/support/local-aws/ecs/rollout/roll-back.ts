import { type Deployment } from "@aws-sdk/client-ecs";
import { type Script } from "../../time/clock";
import { addEvent, type EcsService } from "../ecs-service";
import { tasksStartedBy } from "../tasks";
import { bringUpDeployment, retire } from "./bring-up";
import { newDeployment } from "./new-deployment";
import { groupPair, shiftProduction, shiftTest } from "./traffic";
import { sayDeployment, updateDeployment, updateRecord, type Rollout } from "./rollout";

/** Who found out that a deployment failed, in ECS's words. */
export interface Failure {
  /** Told of the failed deployment. */
  readonly reason: string;
  /** Begins the reason of the deployment that goes back. */
  readonly detector: string;
  readonly event: string;
  /** Whether ECS goes back to the last deployment that completed. */
  readonly rollsBack: boolean;
}

export function breakerFailure(service: EcsService): Failure {
  return {
    reason: "ECS deployment circuit breaker: tasks failed to start.",
    detector: "ECS deployment circuit breaker",
    event: "failed: tasks failed to start.",
    rollsBack: service.deploymentConfiguration.deploymentCircuitBreaker?.rollback ?? false,
  };
}

export function alarmFailure(service: EcsService): Failure {
  return {
    reason: "ECS deployment failed: alarm detected.",
    detector: "ECS deployment alarm",
    event: "failed: alarm detected.",
    rollsBack: service.deploymentConfiguration.alarms?.rollback ?? false,
  };
}

export function hookFailure(stage: string, functionArn: string | undefined): Failure {
  return {
    reason: `Lifecycle hook ${functionArn} failed at ${stage}.`,
    detector: "ECS deployment lifecycle hook",
    event: `failed: lifecycle hook failed at ${stage}.`,
    rollsBack: true,
  };
}

/** The deployment has failed: ECS stops working on it, or goes back. */
export function* failDeployment(rollout: Rollout, failure: Failure): Script {
  const { region, deployment, before } = rollout;
  updateDeployment(region, deployment, { rolloutState: "FAILED", rolloutStateReason: failure.reason });
  sayDeployment(rollout, failure.event);
  if (failure.rollsBack && before) return yield* goBack(rollout, failure);
  updateRecord(rollout, { status: "STOPPED", statusReason: failure.reason, stoppedAt: region.clock.date() });
}

/** Runs what the last completed deployment ran; its tasks are kept where they still run. */
export function* goBack(rollout: Rollout, failure: Pick<Failure, "reason" | "detector">): Script {
  const { region, service, deployment, before, state } = rollout;
  if (!before) return;
  const reason = `${failure.detector}: rolling back to deploymentId ${before.deploymentId}.`;
  const primary = newDeployment(region, service, before.taskDefinition, reason);
  takeOver(rollout, before.deploymentId, primary);
  updateDeployment(region, deployment, { status: "ACTIVE" });
  service.deployments = [primary, ...service.deployments.filter(({ id }) => id !== before.deploymentId)];
  service.taskDefinition = before.taskDefinition;
  state.rollbackId = primary.id;
  addEvent(region, service, `rolling back to deployment ${before.deploymentId}.`);
  updateRecord(rollout, {
    status: "ROLLBACK_IN_PROGRESS",
    statusReason: failure.reason,
    rollback: {
      reason: failure.reason,
      startedAt: region.clock.date(),
      serviceRevisionArn: before.revisionArn,
    },
  });
  yield 1;
  yield* finishRollback(rollout, primary);
}

function* finishRollback(rollout: Rollout, primary: Deployment): Script {
  const { region, service, before, outcome } = rollout;
  if (groupPair(service)) {
    shiftProduction(rollout, 0);
    shiftTest(rollout, 0);
  }
  const group = service.loadBalancers[0]?.targetGroupArn;
  const definition = region.taskDefinitions.get(service.taskDefinition).taskDefinition;
  const back: Rollout = { ...rollout, deployment: primary, definition };
  const isHealthy = yield* bringUpDeployment(back, group, {
    ...outcome,
    outcome: outcome.outcome === "rollback-fails" ? "crashes" : "healthy",
  });
  if (!isHealthy) {
    const reason = "ECS deployment circuit breaker: tasks failed to start.";
    updateDeployment(region, primary, { rolloutState: "FAILED", rolloutStateReason: reason });
    sayDeployment(back, "failed: tasks failed to start.");
    updateRecord(rollout, {
      status: "ROLLBACK_FAILED",
      statusReason: reason,
      finishedAt: region.clock.date(),
    });
    return;
  }
  const others = service.deployments.filter(({ id }) => id !== primary.id).map(({ id = "" }) => id);
  yield* retire(region, service, others, groupPair(service)?.green ?? group, primary.id ?? "");
  yield 1;
  updateDeployment(region, primary, {
    rolloutState: "COMPLETED",
    rolloutStateReason: `ECS deployment ${primary.id} completed.`,
  });
  service.deployments = [primary];
  if (before) service.completed = { ...before, deploymentId: primary.id ?? "" };
  updateRecord(rollout, { status: "ROLLBACK_SUCCESSFUL", finishedAt: region.clock.date() });
  sayDeployment(back, "completed.");
  addEvent(region, service, "has reached a steady state.");
}

function takeOver({ region, outcome }: Rollout, from: string, to: Deployment): void {
  if (outcome.outcome === "rollback-fails") return;
  for (const task of tasksStartedBy(region, from)) task.startedBy = to.id;
}
