import { trafficShift } from "../../../../offline/rules/services/traffic-shift";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, refusals } from "../../../support/a-cloud";

const advanced = { target_group_arn: "a", advanced_configuration: [{ alternate_target_group_arn: "b" }] };

function service(configuration: Values, balancer: Values = advanced) {
  return aChange("aws_ecs_service", { deployment_configuration: [configuration], load_balancer: [balancer] });
}

describe("A shift of traffic", () => {
  test.each<[string, Values]>([
    ["rolling", { strategy: "ROLLING" }],
    ["blue-green", { strategy: "BLUE_GREEN", bake_time_in_minutes: "1440" }],
    [
      "canary",
      {
        strategy: "CANARY",
        canary_configuration: [{ canary_percent: 0.1, canary_bake_time_in_minutes: "0" }],
      },
    ],
    ["linear", { strategy: "LINEAR", linear_configuration: [{ step_percent: 3 }] }],
    ["not known yet", { strategy: unknown, bake_time_in_minutes: unknown }],
  ])("is accepted: %s", (_, configuration) => {
    expect(refusals(trafficShift, service(configuration))).toEqual([]);
  });

  test.each<[string, Values, RegExp]>([
    [
      "bake time",
      { bake_time_in_minutes: "1441" },
      /^expected bake_time_in_minutes .*\(0 - 1440\), got 1441$/,
    ],
    ["canary percent", { canary_configuration: [{ canary_percent: 0.05 }] }, /canary_percent/],
    ["step percent", { linear_configuration: [{ step_percent: 2 }] }, /step_percent .*\(3 - 100\), got 2$/],
    ["canary without its block", { strategy: "CANARY" }, /^canary_configuration is required/],
    [
      "hook at an unknown stage",
      { lifecycle_hook: [{ lifecycle_stages: ["PRE_SCALE_UP", "BeforeInstall"] }] },
      /lifecycle_stages .* got BeforeInstall$/,
    ],
  ])("is refused: %s", (_, configuration, message) => {
    expect(refusals(trafficShift, service(configuration))).toEqual([
      expect.objectContaining({ message: expect.stringMatching(message) }),
    ]);
  });

  test("needs an alternate target group", () => {
    const change = service({ strategy: "BLUE_GREEN" }, { target_group_arn: "a", advanced_configuration: [] });
    expect(refusals(trafficShift, change)).toHaveLength(1);
  });

  test("may have an alternate target group that is not known yet", () => {
    const change = service(
      { strategy: "BLUE_GREEN" },
      { target_group_arn: "a", advanced_configuration: unknown },
    );
    expect(refusals(trafficShift, change)).toEqual([]);
  });
});

test("A service without deployment configuration shifts nothing", () => {
  expect(
    refusals(trafficShift, aChange("aws_ecs_service", { load_balancer: [{ target_group_arn: "a" }] })),
  ).toEqual([]);
});
