import type {
  DeploymentInfo,
  DeploymentStatus,
  DeploymentTarget,
  LifecycleEvent,
} from "@aws-sdk/client-codedeploy";
import type { DeliveryTarget } from "../../contract/delivery-target";
import { codedeployHookStages } from "../../contract/deployment";
import type { CodeDeployPort } from "../ports/codedeploy-port";
import type { DeploymentLook, Phase, TaskSetLook } from "./look";

/** @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_DeploymentInfo.html */
const phases: Readonly<Record<DeploymentStatus, Phase>> = {
  Created: "under-way",
  Queued: "under-way",
  InProgress: "under-way",
  Baking: "under-way",
  Ready: "under-way",
  Succeeded: "succeeded",
  Failed: "stopped",
  Stopped: "stopped",
};

/** CodeDeploy rolls back by a deployment of its own: how that one is says how ours is. */
const rollbackPhases: Readonly<Record<Phase, Phase>> = {
  "under-way": "rolling-back",
  "rolling-back": "rolling-back",
  succeeded: "rolled-back",
  "rolled-back": "rolled-back",
  "rollback-failed": "rollback-failed",
  stopped: "rollback-failed",
};

/** One look at a deployment of CodeDeploy. @param sets the service's task sets: they tell what the deployment brings */
export async function readCodeDeployDeployment(
  id: string,
  target: DeliveryTarget,
  codedeploy: CodeDeployPort,
): Promise<((sets: readonly TaskSetLook[]) => DeploymentLook) | undefined> {
  const [info, steps] = await Promise.all([
    codedeploy.getDeployment(id),
    codedeploy.getDeploymentTarget(id, `${target.cluster}:${target.serviceName}`),
  ]);
  if (info === undefined) return undefined;
  const rollbackId = info.rollbackInfo?.rollbackDeploymentId;
  const rollback = rollbackId === undefined ? undefined : await codedeploy.getDeployment(rollbackId);
  return (sets) => codeDeployLook(id, info, steps, rollback, sets);
}

export function codeDeployLook(
  id: string,
  info: DeploymentInfo,
  steps: DeploymentTarget | undefined,
  rollback: DeploymentInfo | undefined,
  sets: readonly TaskSetLook[],
): DeploymentLook {
  const { status = "Created", errorInformation, rollbackInfo } = info;
  const ownPhase = phases[status];
  const events = steps?.ecsTarget?.lifecycleEvents ?? [];
  const stage = stageOf(events);
  const weight = steps?.ecsTarget?.taskSetsInfo?.find((set) => set.taskSetLabel === "Green")?.trafficWeight;
  const revisionArn = sets.find(({ madeBy }) => madeBy === id)?.revisionArn;
  const reason = [errorInformation?.message, rollbackInfo?.rollbackMessage].filter(Boolean).join(" ");
  return {
    id,
    phase:
      ownPhase === "stopped" && rollback?.status !== undefined
        ? rollbackPhases[phases[rollback.status]]
        : ownPhase,
    status,
    ...(stage === undefined ? {} : { stage }),
    ...(revisionArn === undefined ? {} : { revisionArn }),
    ...(weight === undefined ? {} : { trafficPercent: weight }),
    // CodeDeploy names the alarms in its message.
    alarms: [],
    isBreakerTripped: false,
    failedHooks: codedeployHookStages.filter((hook) =>
      events.some((event) => event.lifecycleEventName === hook && event.status === "Failed"),
    ),
    ...(reason === "" ? {} : { reason }),
  };
}

/** The step that runs, or the last one that ran. */
function stageOf(events: readonly LifecycleEvent[]): string | undefined {
  const begun = events.filter(({ status }) => status !== undefined && status !== "Pending");
  return (begun.find(({ status }) => status === "InProgress") ?? begun.at(-1))?.lifecycleEventName;
}
