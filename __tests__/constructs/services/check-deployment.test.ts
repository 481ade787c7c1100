import type { Deployment, ShiftingDeployment } from "../../../contract/deployment";
import type { ContainerServiceSettings } from "../../../constructs/services/container-service-settings";
import { BackendService } from "../../../constructs/services/backend-service";
import { Worker } from "../../../constructs/services/worker";
import { synthesize } from "../../../testing/synthesize";
import { alarms, rolling, shifting } from "../../support/a-deployment";
import { anInternalLoadBalancer } from "../../support/a-network";
import { serviceSettings } from "../../support/a-service";

function backend(deployment: Deployment, settings: Partial<ContainerServiceSettings> = {}) {
  return () =>
    synthesize((stack) => {
      new BackendService(stack, "Orders", {
        ...serviceSettings(settings),
        port: 8080,
        internalLoadBalancer: anInternalLoadBalancer(),
        deployment,
      });
    });
}

const functionArn = "arn:aws:lambda:eu-west-1:123456789012:function:ask";
const codedeploy = "codedeploy";
const scaling = { minTasks: 2, maxTasks: 4, requestsPerTarget: 100 };

describe("A deployment is refused", () => {
  test("of a worker that shifts traffic", () => {
    const worker = () =>
      synthesize((stack) => {
        new Worker(stack, "Orders", { ...serviceSettings(), deployment: shifting("canary") });
      });
    expect(worker).toThrow("deployment.strategy  must be rolling for a service that nobody reaches");
  });

  test.each<[string, ShiftingDeployment, string]>([
    ["without its steps", shifting("canary", { canary: undefined }), "deployment.canary.percent"],
    [
      "of too small a part",
      shifting("canary", { canary: { percent: 0.05, bakeMinutes: 1 } }),
      "from 0.1 to 100",
    ],
    [
      "of too small a step",
      shifting("linear", { linear: { stepPercent: 2, stepBakeMinutes: 1 } }),
      "from 3 to 100",
    ],
    [
      "of a part of a percent with CodeDeploy",
      shifting("canary", { controller: codedeploy, canary: { percent: 2.5, bakeMinutes: 1 } }),
      "a whole number from 1 to 99",
    ],
    [
      "that is over before an alarm can fire",
      shifting("blue-green", { bakeMinutes: 2 }),
      "deployment.bakeMinutes",
    ],
    [
      "with CodeDeploy's stage at ECS",
      shifting("blue-green", { hooks: [{ functionArn, stages: ["BeforeInstall"] }] }),
      "stages at which ECS calls hooks",
    ],
    [
      "with ECS's stage at CodeDeploy",
      shifting("blue-green", { controller: codedeploy, hooks: [{ functionArn, stages: ["POST_SCALE_UP"] }] }),
      "stages at which CodeDeploy calls hooks",
    ],
    [
      "with two functions for a stage of CodeDeploy",
      shifting("blue-green", {
        controller: codedeploy,
        hooks: [
          { functionArn, stages: ["AfterInstall"] },
          { functionArn: `${functionArn}2`, stages: ["AfterInstall"] },
        ],
      }),
      "one function per stage",
    ],
    [
      "with a test header at CodeDeploy",
      shifting("blue-green", { controller: codedeploy, testHeader: { name: "x-a", value: "b" } }),
      "deployment.testHeader",
    ],
    [
      "that moves a service to CodeDeploy",
      shifting("blue-green", { controller: codedeploy, changesFrom: "rolling" }),
      "add a second service under another name",
    ],
  ])("%s", (_, deployment, message) => {
    expect(backend(deployment)).toThrow(message);
  });

  test("where autoscaling counts the requests of one target group", () => {
    expect(backend(shifting("canary"), { scaling })).toThrow("scaling.requestsPerTarget  must be left out");
  });
});

describe("A deployment is taken", () => {
  test.each<[string, Deployment]>([
    [
      "with a short bake where no alarm could fire",
      shifting("blue-green", { bakeMinutes: 0, alarms: quiet() }),
    ],
    ["with a bake as long as its alarms", shifting("blue-green", { bakeMinutes: 3 })],
    ["with a small part at ECS", shifting("canary", { canary: { percent: 0.1, bakeMinutes: 1 } })],
    ["that moves a service to ECS's own strategies", shifting("linear", { changesFrom: "rolling" })],
  ])("%s", (_, deployment) => {
    expect(backend(deployment)).not.toThrow();
  });

  test("that rolls, with autoscaling on requests", () => {
    expect(backend(rolling(), { scaling })).not.toThrow();
  });
});

function quiet() {
  return { ...alarms, errorPercent: undefined };
}
