import { wait } from "../../../deploy/commands/wait";
import { DeliveryRig } from "./delivery-rig";

let rig: DeliveryRig;
beforeEach(async () => {
  rig = await DeliveryRig.start();
  rig.addService();
  rig.aws.pushImage("orders", { tag: "abc123" });
});
afterEach(() => rig.stop());

/** One attempt: what nobody waits for any more ends with the server. */
const access = { region: "eu-west-1", maxAttempts: 1 };

describe("an interruption while AWS does not answer", () => {
  test.each(["ssm:GetParameter", "ecs:DescribeServices", "ecr:BatchGetImage", "ecs:ListServiceDeployments"])(
    "ends a deploy that waits for %s before anything is changed",
    async (operation) => {
      rig.aws.fault({ operation, error: "hang", times: 99 });
      setTimeout(() => rig.interruption.abort(), 100);
      const { outcome, message } = await rig.deploy("abc123", { access });
      expect({ outcome, message, changes: rig.changes }).toEqual({
        outcome: "interrupted",
        message: "Interrupted before dev/orders was changed.",
        changes: [],
      });
    },
  );

  test.each(["ecs:UpdateService", "ecr:PutImage"])(
    "ends a deploy that waits for %s soon, and says what tells of it",
    async (operation) => {
      rig.aws.fault({ operation, error: "hang", times: 99 });
      const began = Date.now();
      const deploying = rig.deploy("abc123", { access });
      while (!rig.aws.operationsCalled.includes(operation)) await new Promise((next) => setTimeout(next, 5));
      rig.interruption.abort();
      expect(await deploying).toMatchObject({
        outcome: "interrupted",
        message: expect.stringContaining('"ecs-env wait --env dev --service orders"'),
      });
      expect(Date.now() - began).toBeLessThan(15_000);
    },
    20_000,
  );

  test("ends a wait", async () => {
    rig.aws.fault({ operation: "ecs:DescribeServices", error: "hang", times: 99 });
    setTimeout(() => rig.interruption.abort(), 100);
    const request = { ...rig.request({ access }), isDespiteAlarms: false };
    expect(await wait(request, rig.report, rig.surroundings)).toMatchObject([{ outcome: "interrupted" }]);
  });
});
