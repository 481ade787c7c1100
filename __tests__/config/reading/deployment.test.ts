import { define, devInput, fieldProblemsOf } from "../support/inputs";

const place = "services.api.deployment";

function deploymentOf(deployment: unknown, service = "api") {
  return define(devInput({ [`services.${service}.deployment`]: deployment })).services[service]?.deployment;
}

function placesOf(deployment: unknown) {
  return fieldProblemsOf(devInput({ [place]: deployment })).map(({ where }) => where.replace(place, "·"));
}

const alarms = { names: [], errorPercent: 5, periodSeconds: 60, evaluationPeriods: 3 };
const shifting = { controller: "ecs", bakeMinutes: 5, hooks: [], alarms };

describe("deployment", () => {
  test("rolls by default, with an alarm on errors", () => {
    expect(deploymentOf(undefined)).toEqual({ strategy: "rolling", controller: "ecs", alarms });
  });

  test("of a worker has no alarm of its own", () => {
    const { errorPercent, ...others } = alarms;
    expect(errorPercent).toBe(5);
    expect(deploymentOf(undefined, "mailer")).toEqual({
      strategy: "rolling",
      controller: "ecs",
      alarms: others,
    });
  });

  test.each([
    [{ strategy: "blue-green" }, {}],
    [{ strategy: "canary", percent: 10 }, { canary: { percent: 10, bakeMinutes: 10 } }],
    [{ strategy: "linear", stepPercent: 25 }, { linear: { stepPercent: 25, stepBakeMinutes: 6 } }],
  ])("%j gets the defaults of AWS", (input, steps) => {
    expect(deploymentOf(input)).toEqual({ strategy: input.strategy, ...shifting, ...steps });
  });

  test('has no alarm of its own with errorPercent: "none"', () => {
    const deployment = deploymentOf({ strategy: "rolling", alarms: { errorPercent: "none" } });
    expect(deployment?.alarms).toEqual({ names: [], periodSeconds: 60, evaluationPeriods: 3 });
  });

  test("keeps what is given", () => {
    const given = {
      controller: "ecs",
      bakeMinutes: 1440,
      testHeader: { name: "x-release", value: "7f3c9a" },
      hooks: [
        { functionArn: "arn:aws:lambda:eu-west-1:111111111111:function:smoke", stages: ["PRE_SCALE_UP"] },
      ],
      alarms: { names: ["dev-latency"], errorPercent: 0.1, periodSeconds: 120, evaluationPeriods: 1 },
      changesFrom: "rolling",
    };
    expect(deploymentOf({ strategy: "blue-green", ...given })).toEqual({ strategy: "blue-green", ...given });
  });
});

describe("deployment field", () => {
  const hook = {
    functionArn: "arn:aws:lambda:eu-west-1:111111111111:function:smoke",
    stages: ["PRE_SCALE_UP"],
  };

  test.each([
    ["canary", ["·"]],
    [{}, ["·.strategy"]],
    [{ strategy: "bluegreen" }, ["·.strategy"]],
    [{ strategy: "canary" }, ["·.percent"]],
    [{ strategy: "linear" }, ["·.stepPercent"]],
    [{ strategy: "rolling", bakeMinutes: 5 }, ["·.bakeMinutes"]],
    [{ strategy: "rolling", controller: "ecs", hooks: [] }, ["·.controller", "·.hooks"]],
    [{ strategy: "blue-green", percent: 10 }, ["·.percent"]],
    [{ strategy: "linear", stepPercent: 10, percent: 10 }, ["·.percent"]],
    [{ strategy: "canary", percent: 10, stepPercent: 10 }, ["·.stepPercent"]],
    [{ strategy: "canary", percent: 0 }, ["·.percent"]],
    [{ strategy: "canary", percent: 100.1 }, ["·.percent"]],
    [{ strategy: "canary", percent: 0.15 }, ["·.percent"]],
    [{ strategy: "canary", percent: "10%" }, ["·.percent"]],
    [{ strategy: "blue-green", bakeMinutes: 1441 }, ["·.bakeMinutes"]],
    [{ strategy: "blue-green", bakeMinutes: -1 }, ["·.bakeMinutes"]],
    [{ strategy: "blue-green", controller: "CODE_DEPLOY" }, ["·.controller"]],
    [{ strategy: "blue-green", testHeader: { name: "Host", value: "x" } }, ["·.testHeader.name"]],
    [{ strategy: "blue-green", testHeader: { name: "x release", value: "x" } }, ["·.testHeader.name"]],
    [{ strategy: "blue-green", testHeader: { name: "x-release", value: "*" } }, ["·.testHeader.value"]],
    [
      { strategy: "blue-green", testHeader: { name: "x-release", value: "x".repeat(129) } },
      ["·.testHeader.value"],
    ],
    [{ strategy: "blue-green", testHeader: { name: "x-release" } }, ["·.testHeader.value"]],
    [{ strategy: "blue-green", hooks: [{ ...hook, functionArn: "smoke" }] }, ["·.hooks[0].functionArn"]],
    [{ strategy: "blue-green", hooks: [{ ...hook, stages: [] }] }, ["·.hooks[0].stages"]],
    [{ strategy: "blue-green", hooks: [hook, hook] }, ["·.hooks"]],
    [{ strategy: "rolling", alarms: ["dev-latency"] }, ["·.alarms"]],
    [{ strategy: "rolling", alarms: { names: ["x".repeat(256)] } }, ["·.alarms.names[0]"]],
    [{ strategy: "rolling", alarms: { names: ["line\nbreak"] } }, ["·.alarms.names[0]"]],
    [{ strategy: "rolling", alarms: { errorPercent: "5%" } }, ["·.alarms.errorPercent"]],
    [{ strategy: "rolling", alarms: { periodSeconds: 5 } }, ["·.alarms.periodSeconds"]],
    [{ strategy: "rolling", alarms: { evaluationPeriods: 0 } }, ["·.alarms.evaluationPeriods"]],
    [{ strategy: "rolling", changesFrom: "recreate" }, ["·.changesFrom"]],
  ])("is refused in %j", (deployment, places) => {
    expect(placesOf(deployment)).toEqual(places);
  });

  test("errorPercent is refused for a worker, with the reason", () => {
    const input = devInput({
      "services.mailer.deployment": { strategy: "rolling", alarms: { errorPercent: 5 } },
    });
    expect(fieldProblemsOf(input)).toMatchObject([
      { must: "must not be given for a worker, which answers no requests" },
    ]);
  });

  test("of another strategy says which strategy is declared", () => {
    const input = devInput({ [place]: { strategy: "blue-green", percent: 10 } });
    expect(fieldProblemsOf(input)).toMatchObject([
      {
        must: "must not be given for the strategy blue-green",
        advice: "Remove it, or choose another strategy.",
      },
    ]);
  });
});
