import { type StopServiceDeploymentStopType } from "@aws-sdk/client-ecs";
import { AwsError } from "../../protocol/aws-error";
import { type Region } from "../../region";
import { type Script } from "../../time/clock";
import { type EcsService } from "../ecs-service";
import { goBack } from "./roll-back";
import { updateDeployment, updateRecord, type DeploymentRecord, type Rollout } from "./rollout";

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_StopServiceDeployment.html */
export function stopDeployment(
  region: Region,
  service: EcsService,
  state: DeploymentRecord,
  stopType: StopServiceDeploymentStopType,
): void {
  const { underWay } = service;
  const { status } = state.record;
  if (underWay?.rollout.state !== state || (status !== "PENDING" && status !== "IN_PROGRESS"))
    throw new AwsError(
      "ConflictException",
      "The service deployment cannot be stopped because it is not in progress.",
    );
  underWay.script.cancel();
  const { rollout } = underWay;
  const script = stopType === "ROLLBACK" && rollout.before ? rollBack(rollout) : giveUp(rollout);
  service.underWay = { rollout, script: region.clock.run(script) };
}

const reason = "The service deployment was stopped by a user.";

function* rollBack(rollout: Rollout): Script {
  rollout.state.isListed = true;
  updateRecord(rollout, { status: "ROLLBACK_REQUESTED", statusReason: reason });
  yield 1;
  updateDeployment(rollout.region, rollout.deployment, {
    rolloutState: "FAILED",
    rolloutStateReason: reason,
  });
  yield* goBack(rollout, { reason, detector: "ECS deployment stopped" });
}

function* giveUp(rollout: Rollout): Script {
  const { region, deployment } = rollout;
  rollout.state.isListed = true;
  updateRecord(rollout, { status: "STOP_REQUESTED", statusReason: reason });
  yield 1;
  updateDeployment(region, deployment, { rolloutState: "FAILED", rolloutStateReason: reason });
  updateRecord(rollout, { status: "STOPPED", stoppedAt: region.clock.date() });
}
