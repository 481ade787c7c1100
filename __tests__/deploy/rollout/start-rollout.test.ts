import { startRollout } from "../../../deploy/rollout/start-rollout";
import { LocalRollout } from "./local-rollout";

let local: LocalRollout | undefined;

afterEach(async () => {
  await local?.stop();
});

describe("startRollout", () => {
  test("finds the new deployment although the revision was deployed long ago already", async () => {
    local = await LocalRollout.start();
    const first = await local.request();
    await local.watch(await startRollout(first, local.ports));
    await local.deploy();
    local.orders.next("crashes");
    const again = await local.deploy({
      revisionArn: first.revisionArn,
      digest: first.digest,
      acceptedDigests: [first.digest],
    });
    expect(again.outcome).toBe("rolled-back");
  });

  test("takes a deployment of CodeDeploy over whose answer was lost", async () => {
    local = await LocalRollout.start({ strategy: "blue-green", controller: "codedeploy" });
    const request = await local.request();
    local.aws.fault({ operation: "codedeploy:CreateDeployment", error: "lost-answer" });
    await expect(startRollout(request, local.ports)).rejects.toThrow();
    expect((await local.watch(await startRollout(request, local.ports))).outcome).toBe("done");
    expect(local.aws.operationsCalled.filter((one) => one === "codedeploy:CreateDeployment")).toHaveLength(2);
  });

  test("does not take the deployment of another revision for its own", async () => {
    local = await LocalRollout.start({ strategy: "blue-green", controller: "codedeploy" });
    await startRollout(await local.request(), local.ports);
    await expect(startRollout(await local.request(), local.ports)).rejects.toMatchObject({
      name: "DeploymentLimitExceededException",
    });
  });

  test("may be repeated after a lost answer of ECS without a second deployment", async () => {
    local = await LocalRollout.start();
    const request = await local.request();
    const before = local.orders.deployments.length;
    local.aws.fault({ operation: "ecs:UpdateService", error: "lost-answer" });
    await expect(startRollout(request, local.ports)).rejects.toThrow();
    expect((await local.watch(await startRollout(request, local.ports))).outcome).toBe("done");
    expect(local.orders.deployments).toHaveLength(before + 1);
  });
});
