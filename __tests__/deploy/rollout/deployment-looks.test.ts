import { type DeploymentStatus } from "@aws-sdk/client-codedeploy";
import { type ServiceDeployment, type ServiceDeploymentStatus } from "@aws-sdk/client-ecs";
import { codeDeployLook } from "../../../deploy/rollout/codedeploy-deployment";
import { ecsDeploymentLook } from "../../../deploy/rollout/ecs-deployment";
import { type Phase } from "../../../deploy/rollout/look";
import { aSet, newRevision, oldRevision } from "./a-rollout";

describe("ecsDeploymentLook", () => {
  test.each<[ServiceDeploymentStatus, Phase]>([
    ["PENDING", "under-way"],
    ["IN_PROGRESS", "under-way"],
    ["STOP_REQUESTED", "under-way"],
    ["ROLLBACK_REQUESTED", "rolling-back"],
    ["ROLLBACK_IN_PROGRESS", "rolling-back"],
    ["SUCCESSFUL", "succeeded"],
    ["ROLLBACK_SUCCESSFUL", "rolled-back"],
    ["ROLLBACK_FAILED", "rollback-failed"],
    ["STOPPED", "stopped"],
  ])("of %s is %s", (status, phase) => {
    expect(ecsDeploymentLook({ status }, newRevision)).toMatchObject({ status, phase });
  });

  test("tells share of traffic, alarms, breaker, hooks and reason", () => {
    const deployment: ServiceDeployment = {
      serviceDeploymentArn: "arn:ours",
      status: "ROLLBACK_IN_PROGRESS",
      statusReason: "less exact",
      lifecycleStage: "BAKE_TIME",
      targetServiceRevision: { requestedProductionTrafficWeight: 10 },
      alarms: { triggeredAlarmNames: ["errors"] },
      deploymentCircuitBreaker: { status: "TRIGGERED" },
      lifecycleHookDetails: [
        { hookId: "smoke", status: "FAILED" },
        { hookId: "fine", status: "SUCCEEDED" },
      ],
      rollback: { reason: "exact" },
    };
    expect(ecsDeploymentLook(deployment, newRevision, oldRevision)).toEqual({
      id: "arn:ours",
      phase: "rolling-back",
      status: "ROLLBACK_IN_PROGRESS",
      stage: "BAKE_TIME",
      revisionArn: newRevision,
      backTo: oldRevision,
      trafficPercent: 10,
      alarms: ["errors"],
      isBreakerTripped: true,
      failedHooks: ["smoke"],
      reason: "exact",
    });
  });
});

describe("codeDeployLook", () => {
  test.each<[DeploymentStatus, DeploymentStatus | undefined, Phase]>([
    ["Created", undefined, "under-way"],
    ["Queued", undefined, "under-way"],
    ["InProgress", undefined, "under-way"],
    ["Baking", undefined, "under-way"],
    ["Ready", undefined, "under-way"],
    ["Succeeded", undefined, "succeeded"],
    ["Failed", undefined, "stopped"],
    ["Stopped", undefined, "stopped"],
    ["Failed", "InProgress", "rolling-back"],
    ["Stopped", "Created", "rolling-back"],
    ["Failed", "Succeeded", "rolled-back"],
    ["Failed", "Failed", "rollback-failed"],
    ["Stopped", "Stopped", "rollback-failed"],
  ])("of %s, with a rollback that is %s, is %s", (status, rollback, phase) => {
    const back = rollback && { status: rollback };
    expect(codeDeployLook("d-1", { status }, undefined, back, [])).toMatchObject({ status, phase });
  });

  test("tells revision, step, share of traffic, hook and reason", () => {
    const info = { status: "Failed" as const, errorInformation: { message: "A hook failed." } };
    const ecsTarget = {
      lifecycleEvents: [
        { lifecycleEventName: "Install", status: "Succeeded" as const },
        { lifecycleEventName: "AfterAllowTestTraffic", status: "Failed" as const },
        { lifecycleEventName: "AllowTraffic", status: "Pending" as const },
      ],
      taskSetsInfo: [
        { taskSetLabel: "Blue" as const, trafficWeight: 90 },
        { taskSetLabel: "Green" as const, trafficWeight: 10 },
      ],
    };
    expect(codeDeployLook("d-1", info, { ecsTarget }, undefined, [aSet({ madeBy: "d-1" })])).toEqual({
      id: "d-1",
      phase: "stopped",
      status: "Failed",
      stage: "AfterAllowTestTraffic",
      revisionArn: newRevision,
      trafficPercent: 10,
      alarms: [],
      isBreakerTripped: false,
      failedHooks: ["AfterAllowTestTraffic"],
      reason: "A hook failed.",
    });
  });
});
