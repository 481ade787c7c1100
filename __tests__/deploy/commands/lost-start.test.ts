import type { ServiceSettings } from "../../support/local-aws/service-settings";
import { DeliveryRig } from "./delivery-rig";

const kinds: readonly (readonly [string, string, Partial<ServiceSettings>])[] = [
  ["ECS", "ecs:UpdateService", {}],
  ["CodeDeploy", "codedeploy:CreateDeployment", { strategy: "canary", controller: "codedeploy" }],
];

describe.each(kinds)("a start whose answer is lost, %s", (_, operation, settings) => {
  let rig: DeliveryRig;
  beforeEach(async () => {
    rig = await DeliveryRig.start();
    rig.addService(settings);
    rig.aws.pushImage("orders", { tag: "abc123" });
    rig.aws.fault({ operation, error: "lost-answer" });
  });
  afterEach(() => rig.stop());

  test.each(["reset", "ExpiredTokenException", "AccessDeniedException"])(
    "is found again although the second attempt ends with %s",
    async (error) => {
      rig.aws.fault({ operation, error });
      const access = { region: "eu-west-1", maxAttempts: 2 };
      expect(await rig.deploy("abc123", { access })).toMatchObject({ outcome: "done" });
    },
  );

  test("is not called unchanged when AWS refuses to tell of it", async () => {
    rig.aws.fault({ operation, error: "ExpiredTokenException", times: 9 });
    rig.aws.fault({ operation: "ecs:DescribeServices", error: "ExpiredTokenException", after: 1, times: 99 });
    expect(await rig.deploy("abc123")).toMatchObject({
      outcome: "failed",
      message: expect.stringContaining('"ecs-env wait --env dev --service orders" tells'),
    });
  });
});
