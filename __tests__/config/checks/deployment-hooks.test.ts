import { codedeployHooksDiffer, hookFunctions, hookStages } from "../../../config/checks/deployment-hooks";
import { testHeaderHasPriority, testHeaderNeedsEcs } from "../../../config/checks/test-header";
import { placesOf, saysOf } from "../support/check-cases";
import { devInput, fieldProblemsOf } from "../support/inputs";

const place = "services.api.deployment";
const functionArn = "arn:aws:lambda:eu-west-1:111111111111:function:smoke";

function withHooks(hooks: unknown, settings: object = {}) {
  return devInput({ [place]: { strategy: "blue-green", hooks, ...settings } });
}

describe("hookStages", () => {
  test.each([
    ["ecs", "POST_TEST_TRAFFIC_SHIFT"],
    ["codedeploy", "AfterAllowTestTraffic"],
  ])("accepts a stage of %s", (controller, stage) => {
    expect(placesOf(hookStages, withHooks([{ functionArn, stages: [stage] }], { controller }))).toEqual([]);
  });

  test("suggests the stage that was meant", () => {
    const input = withHooks([{ functionArn, stages: ["PRE_SCALE_UP", "POST_TEST_TRAFFIC"] }]);
    expect(saysOf(hookStages, input)).toEqual([
      `${place}.hooks[0].stages[1] must be a stage at which ECS calls hooks, got "POST_TEST_TRAFFIC". Did you mean "POST_TEST_TRAFFIC_SHIFT"?`,
    ]);
  });

  test("refuses a stage of the other controller", () => {
    const input = withHooks([{ functionArn, stages: ["PRE_SCALE_UP"] }], { controller: "codedeploy" });
    expect(placesOf(hookStages, input)).toEqual([`${place}.hooks[0].stages[0]`]);
  });
});

describe("codedeployHooksDiffer", () => {
  const other = `${functionArn}-2`;
  const twice = (stage: string) => [
    { functionArn, stages: [stage] },
    { functionArn: other, stages: [stage] },
  ];

  test("refuses two functions at one stage", () => {
    const input = withHooks(twice("AfterInstall"), { controller: "codedeploy" });
    expect(placesOf(codedeployHooksDiffer, input)).toEqual([`${place}.hooks[1].stages[0]`]);
  });

  test("accepts them with ECS", () => {
    expect(placesOf(codedeployHooksDiffer, withHooks(twice("PRE_SCALE_UP")))).toEqual([]);
  });
});

describe("hookFunctions", () => {
  const stages = ["PRE_SCALE_UP"];

  test.each([
    ["account", "arn:aws:lambda:eu-west-1:444444444444:function:smoke"],
    ["region", "arn:aws:lambda:us-east-1:111111111111:function:smoke"],
  ])("refuses a function of another %s", (what, arn) => {
    const [said] = saysOf(hookFunctions, withHooks([{ functionArn: arn, stages }]));
    expect(said).toMatch(
      new RegExp(`${place}.hooks\\[0\\].functionArn must be a function (of|in) the ${what}`),
    );
  });

  test.each([functionArn, `${functionArn}:live`, `${functionArn}:$LATEST`])("accepts %s", (arn) => {
    expect(placesOf(hookFunctions, withHooks([{ functionArn: arn, stages }]))).toEqual([]);
    expect(fieldProblemsOf(withHooks([{ functionArn: arn, stages }]))).toEqual([]);
  });

  test("says nothing while the account is not known", () => {
    const input = { ...withHooks([{ functionArn, stages }]), account: "1" };
    expect(placesOf(hookFunctions, input)).toEqual([]);
  });
});

describe("testHeaderNeedsEcs", () => {
  const testHeader = { name: "x-release", value: "7f3c9a" };

  test("refuses a header with CodeDeploy, and says why", () => {
    const [said] = saysOf(testHeaderNeedsEcs, withHooks([], { testHeader, controller: "codedeploy" }));
    expect(said).toContain("which tells test traffic apart by a listener of its own");
  });

  test.each([{ testHeader }, { controller: "codedeploy" }])("accepts %j", (settings) => {
    expect(placesOf(testHeaderNeedsEcs, withHooks([], settings))).toEqual([]);
  });
});

describe("testHeaderHasPriority", () => {
  const deployment = { strategy: "blue-green", testHeader: { name: "x-release", value: "7f3c9a" } };
  const tested = (priority: number) => ({
    kind: "frontend",
    deployment,
    routes: [{ path: `/${priority}`, priority }],
  });

  test("refuses the first priority of all", () => {
    const input = devInput({ "services.web": tested(1) });
    expect(placesOf(testHeaderHasPriority, input)).toEqual(["services.web.routes[0].priority"]);
  });

  test("counts what other routes and other test headers take", () => {
    const services = { web: tested(2), shop: tested(3) };
    expect(placesOf(testHeaderHasPriority, devInput({ services }))).toEqual([
      "services.shop.routes[0].priority",
    ]);
  });

  test.each([undefined, 2, 50_000])("accepts the priority %p", (priority) => {
    const input = devInput({
      "services.web.routes": [{ path: "/*", priority }],
      "services.web.deployment": deployment,
    });
    expect(placesOf(testHeaderHasPriority, input)).toEqual([]);
  });
});
