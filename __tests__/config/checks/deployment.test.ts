import { alarmPeriod } from "../../../config/checks/alarm-period";
import { bakeCoversAlarms, codedeployShift } from "../../../config/checks/deployment-bake";
import { deploymentPercent } from "../../../config/checks/deployment-percent";
import { workersRoll } from "../../../config/checks/deployment-workers";
import { shiftedRequests, shiftedRoutes } from "../../../config/checks/shifted-traffic";
import { strategyChanges } from "../../../config/checks/strategy-changes";
import { placesOf, saysOf } from "../support/check-cases";
import { devInput } from "../support/inputs";

const place = "services.api.deployment";

function withDeployment(deployment: object) {
  return devInput({ [place]: deployment });
}

describe("workersRoll", () => {
  test("refuses another strategy, and says why", () => {
    const input = devInput({ "services.mailer.deployment": { strategy: "blue-green" } });
    expect(saysOf(workersRoll, input)).toEqual([
      'services.mailer.deployment.strategy must be "rolling" for a worker: it gets no requests, so there is no traffic to shift, got "blue-green". Remove it; the circuit breaker and alarms of yours guard its deployments.',
    ]);
  });

  test("refuses a strategy that a worker cannot have had", () => {
    const input = devInput({ "services.mailer.deployment": { strategy: "rolling", changesFrom: "canary" } });
    expect(placesOf(workersRoll, input)).toEqual(["services.mailer.deployment.changesFrom"]);
  });

  test.each([undefined, { strategy: "rolling", alarms: { names: ["dev-queue"] } }])(
    "accepts %j",
    (deployment) => {
      expect(placesOf(workersRoll, devInput({ "services.mailer.deployment": deployment }))).toEqual([]);
    },
  );

  test("accepts every strategy of a backend", () => {
    expect(placesOf(workersRoll, withDeployment({ strategy: "canary", percent: 10 }))).toEqual([]);
  });
});

describe("strategyChanges", () => {
  test("refuses to move from rolling to rolling", () => {
    const input = withDeployment({ strategy: "rolling", changesFrom: "rolling" });
    expect(placesOf(strategyChanges, input)).toEqual([`${place}.changesFrom`]);
  });

  test("refuses to hand a service over to CodeDeploy", () => {
    const input = withDeployment({
      strategy: "blue-green",
      controller: "codedeploy",
      changesFrom: "rolling",
    });
    expect(saysOf(strategyChanges, input)[0]).toContain("no service that exists can be handed over to it");
  });

  test.each([
    { strategy: "rolling", changesFrom: "linear" },
    { strategy: "blue-green", changesFrom: "rolling" },
    { strategy: "blue-green", changesFrom: "blue-green" },
    { strategy: "blue-green", controller: "codedeploy" },
  ])("accepts %j", (deployment) => {
    expect(placesOf(strategyChanges, withDeployment(deployment))).toEqual([]);
  });
});

describe("deploymentPercent", () => {
  test.each([
    [{ strategy: "canary", percent: 0.1 }],
    [{ strategy: "canary", percent: 100 }],
    [{ strategy: "canary", percent: 1, controller: "codedeploy" }],
    [{ strategy: "canary", percent: 99, controller: "codedeploy" }],
    [{ strategy: "linear", stepPercent: 3 }],
    [{ strategy: "linear", stepPercent: 33.3 }],
    [{ strategy: "linear", stepPercent: 1, controller: "codedeploy" }],
  ])("accepts %j", (deployment) => {
    expect(placesOf(deploymentPercent, withDeployment(deployment))).toEqual([]);
  });

  test.each([
    ["percent", { strategy: "canary", percent: 100, controller: "codedeploy" }],
    ["percent", { strategy: "canary", percent: 2.5, controller: "codedeploy" }],
    ["stepPercent", { strategy: "linear", stepPercent: 2.9 }],
    ["stepPercent", { strategy: "linear", stepPercent: 0.5, controller: "codedeploy" }],
    ["stepPercent", { strategy: "linear", stepPercent: 100, controller: "codedeploy" }],
  ])("refuses %s of %j", (field, deployment) => {
    expect(placesOf(deploymentPercent, withDeployment(deployment))).toEqual([`${place}.${field}`]);
  });
});

describe("alarmPeriod", () => {
  const onlyOwn = { errorPercent: "none", names: ["dev-latency"] };

  test.each([
    [{}],
    [{ periodSeconds: 120 }],
    [{ ...onlyOwn, periodSeconds: 10 }],
    [{ ...onlyOwn, periodSeconds: 20 }],
    [{ ...onlyOwn, periodSeconds: 30 }],
    [{ periodSeconds: 60, evaluationPeriods: 1440 }],
    [{ periodSeconds: 3600, evaluationPeriods: 168 }],
  ])("accepts %j", (alarms) => {
    expect(placesOf(alarmPeriod, withDeployment({ strategy: "rolling", alarms }))).toEqual([]);
  });

  test.each([
    ["periodSeconds", { periodSeconds: 90 }],
    ["periodSeconds", { ...onlyOwn, periodSeconds: 45 }],
    ["periodSeconds", { periodSeconds: 30 }],
    ["evaluationPeriods", { periodSeconds: 120, evaluationPeriods: 721 }],
    ["evaluationPeriods", { periodSeconds: 3600, evaluationPeriods: 169 }],
  ])("refuses %s of %j", (field, alarms) => {
    const input = withDeployment({ strategy: "rolling", alarms });
    expect(placesOf(alarmPeriod, input)).toEqual([`${place}.alarms.${field}`]);
  });
});

describe("bakeCoversAlarms", () => {
  test.each([
    [{ strategy: "blue-green", bakeMinutes: 3 }],
    [{ strategy: "canary", percent: 10 }],
    [{ strategy: "linear", stepPercent: 10 }],
    [{ strategy: "blue-green", bakeMinutes: 0, alarms: { errorPercent: "none" } }],
    [{ strategy: "rolling", alarms: { periodSeconds: 600 } }],
  ])("accepts %j", (deployment) => {
    expect(placesOf(bakeCoversAlarms, withDeployment(deployment))).toEqual([]);
  });

  test.each([
    ["bakeMinutes", { strategy: "blue-green", bakeMinutes: 2 }],
    [
      "bakeMinutes",
      { strategy: "blue-green", bakeMinutes: 0, alarms: { errorPercent: "none", names: ["x"] } },
    ],
    ["canaryBakeMinutes", { strategy: "canary", percent: 10, canaryBakeMinutes: 2 }],
    ["stepBakeMinutes", { strategy: "linear", stepPercent: 10, stepBakeMinutes: 2 }],
  ])("refuses %s of %j", (field, deployment) => {
    expect(placesOf(bakeCoversAlarms, withDeployment(deployment))).toEqual([`${place}.${field}`]);
  });

  test("rounds half a minute up", () => {
    const alarms = { errorPercent: "none", names: ["dev-latency"], periodSeconds: 30, evaluationPeriods: 5 };
    const [said] = saysOf(
      bakeCoversAlarms,
      withDeployment({ strategy: "blue-green", bakeMinutes: 2, alarms }),
    );
    expect(said).toContain("Use 3 or more");
  });
});

describe("codedeployShift", () => {
  const controller = "codedeploy";

  test.each([
    [{ strategy: "canary", percent: 10, canaryBakeMinutes: 0 }],
    [{ strategy: "canary", percent: 10, canaryBakeMinutes: 1440, controller }],
    [{ strategy: "linear", stepPercent: 3, stepBakeMinutes: 1440 }],
    [{ strategy: "linear", stepPercent: 34, stepBakeMinutes: 1440, controller }],
  ])("accepts %j", (deployment) => {
    expect(placesOf(codedeployShift, withDeployment(deployment))).toEqual([]);
  });

  test.each([
    ["canaryBakeMinutes", { strategy: "canary", percent: 10, canaryBakeMinutes: 0, controller }],
    ["stepBakeMinutes", { strategy: "linear", stepPercent: 10, stepBakeMinutes: 0, controller }],
    ["stepBakeMinutes", { strategy: "linear", stepPercent: 33, stepBakeMinutes: 961, controller }],
  ])("refuses %s of %j", (field, deployment) => {
    expect(placesOf(codedeployShift, withDeployment(deployment))).toEqual([`${place}.${field}`]);
  });
});

describe("shiftedRoutes", () => {
  const routes = [{ path: "/a/*" }, { path: "/b/*" }];

  test("refuses two routes with a strategy that shifts one rule", () => {
    const input = devInput({
      "services.web.routes": routes,
      "services.web.deployment": { strategy: "blue-green" },
    });
    expect(placesOf(shiftedRoutes, input)).toEqual(["services.web.routes"]);
  });

  test("accepts them while the service rolls", () => {
    expect(placesOf(shiftedRoutes, devInput({ "services.web.routes": routes }))).toEqual([]);
  });

  test("accepts one route", () => {
    const input = devInput({ "services.web.deployment": { strategy: "blue-green" } });
    expect(placesOf(shiftedRoutes, input)).toEqual([]);
  });
});

describe("shiftedRequests", () => {
  const scaling = { minTasks: 1, maxTasks: 3, requestsPerTarget: 100 };

  test("refuses to scale on requests of a target group that traffic leaves", () => {
    const input = devInput({ [place]: { strategy: "blue-green" }, "services.api.scaling": scaling });
    expect(placesOf(shiftedRequests, input)).toEqual(["services.api.scaling.requestsPerTarget"]);
  });

  test("accepts it while the service rolls", () => {
    expect(placesOf(shiftedRequests, devInput({ "services.api.scaling": scaling }))).toEqual([]);
  });
});
