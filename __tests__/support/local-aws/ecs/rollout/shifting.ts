import { type DeploymentLifecycleHookStage, type ServiceDeploymentLifecycleStage } from "@aws-sdk/client-ecs";
import { type Script } from "../../time/clock";
import { bringUpDeployment, retire } from "./bring-up";
import { fireAlarm } from "./fire-alarm";
import { alarmFailure, breakerFailure, failDeployment, hookFailure, type Failure } from "./roll-back";
import { announce, complete, updateRecord, type Rollout } from "./rollout";
import { groupPair, shiftProduction, shiftTest, swapGroups } from "./traffic";

type Stage = ServiceDeploymentLifecycleStage;
/** Ends with the failure that it found. */
type StageScript = Generator<number, Failure | undefined, void>;

/** What happens at each stage besides its hooks. */
const stages: readonly (readonly [Stage, ((rollout: Rollout) => StageScript) | undefined])[] = [
  ["RECONCILE_SERVICE", reconcile],
  ["PRE_SCALE_UP", undefined],
  ["SCALE_UP", scaleUp],
  ["POST_SCALE_UP", undefined],
  ["TEST_TRAFFIC_SHIFT", shiftTestTraffic],
  ["POST_TEST_TRAFFIC_SHIFT", undefined],
  ["PRODUCTION_TRAFFIC_SHIFT", shiftProductionTraffic],
  ["POST_PRODUCTION_TRAFFIC_SHIFT", undefined],
  ["BAKE_TIME", bake],
  ["CLEAN_UP", cleanUp],
];

/** Beats of a bake, whatever its minutes are. */
const bakeBeats = 2;

/**
 * Blue-green, canary and linear: a second set of tasks behind the other target group, traffic shifts, the old set goes.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/blue-green-deployment-how-it-works.html
 */
export function* shifting(rollout: Rollout): Script {
  const { outcome } = rollout;
  yield 1;
  announce(rollout);
  const isReconciled = rollout.service.deployments.length > 2;
  for (const [stage, act] of stages) {
    if (stage === "RECONCILE_SERVICE" && !isReconciled) continue;
    updateRecord(rollout, { lifecycleStage: stage });
    yield 1;
    if (outcome.outcome === "hangs" && (outcome.stage ?? "SCALE_UP") === stage) return;
    const failure = (yield* act?.(rollout) ?? nothing()) ?? (yield* callHooks(rollout, stage));
    if (failure) return yield* failDeployment(rollout, failure);
  }
  complete(rollout);
}

function* nothing(): StageScript {
  return undefined;
}

/** A newer deployment begins while traffic is divided: everything goes back to the old tasks first. */
function* reconcile(rollout: Rollout): StageScript {
  const { region, service, deployment, before } = rollout;
  shiftProduction(rollout, 0);
  const given = service.deployments
    .map(({ id = "" }) => id)
    .filter((id) => id !== deployment.id && id !== before?.deploymentId);
  yield* retire(region, service, given, groupPair(service)?.green, deployment.id ?? "");
  service.deployments = service.deployments.filter(({ id = "" }) => !given.includes(id));
  return undefined;
}

function* scaleUp(rollout: Rollout): StageScript {
  const isHealthy = yield* bringUpDeployment(rollout, groupPair(rollout.service)?.green);
  return isHealthy ? undefined : breakerFailure(rollout.service);
}

function* shiftTestTraffic(rollout: Rollout): StageScript {
  shiftTest(rollout, 100);
  yield 1;
  return undefined;
}

function* shiftProductionTraffic(rollout: Rollout): StageScript {
  const { strategy, canaryConfiguration, linearConfiguration } = rollout.service.deploymentConfiguration;
  if (strategy === "CANARY") {
    shiftProduction(rollout, canaryConfiguration?.canaryPercent ?? 5);
    yield bakeBeats;
  }
  if (strategy === "LINEAR") {
    const step = linearConfiguration?.stepPercent ?? 10;
    for (let percent = step; percent < 100; percent += step) {
      shiftProduction(rollout, percent);
      yield 1;
    }
  }
  if (firesAt(rollout, "PRODUCTION_TRAFFIC_SHIFT")) return alarmed(rollout);
  shiftProduction(rollout, 100);
  yield 1;
  return undefined;
}

function* bake(rollout: Rollout): StageScript {
  yield bakeBeats;
  if (firesAt(rollout, "BAKE_TIME")) return alarmed(rollout);
  return undefined;
}

function* cleanUp(rollout: Rollout): StageScript {
  const { region, service, deployment } = rollout;
  const old = service.deployments.map(({ id = "" }) => id).filter((id) => id !== deployment.id);
  yield* retire(region, service, old, groupPair(service)?.blue, deployment.id ?? "");
  swapGroups(service);
  return undefined;
}

function firesAt({ service, outcome }: Rollout, stage: Stage): boolean {
  const isWatched = service.deploymentConfiguration.alarms?.enable ?? false;
  return isWatched && outcome.outcome === "alarm" && (outcome.stage ?? "BAKE_TIME") === stage;
}

function alarmed(rollout: Rollout): Failure {
  fireAlarm(rollout);
  return alarmFailure(rollout.service);
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-lifecycle-hooks.html */
function* callHooks(rollout: Rollout, stage: Stage): StageScript {
  const { region, service, outcome } = rollout;
  const hooks = (service.deploymentConfiguration.lifecycleHooks ?? []).filter(({ lifecycleStages = [] }) =>
    lifecycleStages.includes(stage as DeploymentLifecycleHookStage),
  );
  for (const { hookTargetArn } of hooks) {
    const detail = {
      hookId: `ecs-hook-${region.ids.hex(20)}`,
      targetType: "AWS_LAMBDA",
      targetArn: hookTargetArn,
    } as const;
    updateRecord(rollout, { lifecycleHookDetails: [{ ...detail, status: "IN_PROGRESS" }] });
    yield 1;
    const saysNo = outcome.outcome === "hook-fails" && (outcome.stage ?? stage) === stage;
    updateRecord(rollout, { lifecycleHookDetails: [{ ...detail, status: saysNo ? "FAILED" : "SUCCEEDED" }] });
    if (saysNo) return hookFailure(stage, hookTargetArn);
  }
  return undefined;
}
