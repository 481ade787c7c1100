import { wait } from "../../../deploy/commands/wait";
import { DeliveryRig } from "./delivery-rig";

let rig: DeliveryRig;
beforeEach(async () => {
  rig = await DeliveryRig.start();
  rig.addService();
  rig.aws.pushImage("orders", { tag: "abc123" });
});
afterEach(() => rig.stop());

describe("an interruption while AWS does not answer", () => {
  test.each(["ssm:GetParameter", "ecs:DescribeServices", "ecr:BatchGetImage", "ecs:ListServiceDeployments"])(
    "ends a deploy that waits for %s before anything is changed",
    async (operation) => {
      rig.aws.fault({ operation, error: "hang", times: 99 });
      setTimeout(() => rig.interruption.abort(), 100);
      const { outcome, message } = await rig.deploy("abc123");
      expect({ outcome, message, changes: rig.changes }).toEqual({
        outcome: "interrupted",
        message: "Interrupted before dev/orders was changed.",
        changes: [],
      });
    },
  );

  test("ends a wait", async () => {
    rig.aws.fault({ operation: "ecs:DescribeServices", error: "hang", times: 99 });
    setTimeout(() => rig.interruption.abort(), 100);
    const request = { ...rig.request(), isDespiteAlarms: false };
    expect(await wait(request, rig.report, rig.surroundings)).toMatchObject([{ outcome: "interrupted" }]);
  });
});
