import { shiftRule } from "../../../../offline/rules/services/shift-rule";
import { type Values } from "../../../../offline/values/value";
import { aChange, aCloud, refusals } from "../../../support/a-cloud";

const forward = (...arns: readonly string[]) => [
  { type: "forward", forward: [{ target_group: arns.map((arn) => ({ arn, weight: 1 })) }] },
];

function service(production: Values[], test: Values[] = [], strategy = "BLUE_GREEN") {
  const rule = (arn: string, action: Values[]) => ({ type: "aws_lb_listener_rule", values: { arn, action } });
  const cloud = aCloud([rule("production", production), rule("test", test)]);
  const advanced = {
    alternate_target_group_arn: "green",
    production_listener_rule: "production",
    ...(test.length > 0 && { test_listener_rule: "test" }),
  };
  const values = {
    deployment_configuration: [{ strategy }],
    load_balancer: [{ target_group_arn: "blue", advanced_configuration: [advanced] }],
  };
  return refusals(shiftRule, aChange("aws_ecs_service", values, { cloud })).map(({ message }) => message);
}

describe("The rules that ECS shifts", () => {
  test("may forward to both groups", () => {
    expect(service(forward("blue", "green"))).toEqual([]);
  });

  test("may have one group each", () => {
    expect(service(forward("blue"), forward("green"))).toEqual([]);
  });

  test("must forward to both groups together", () => {
    expect(service([{ type: "forward", target_group_arn: "blue" }])).toEqual([
      "Both targetGroup and alternateTargetGroup must be associated with the productionListenerRule or testListenerRule; green is not.",
    ]);
  });

  test("must do nothing but forward", () => {
    const login = { type: "authenticate-oidc" };
    expect(service([login, ...forward("blue", "green")])).toEqual([
      "The listener rule production has actions other than forward.",
    ]);
  });

  test("do not matter to a service that rolls", () => {
    expect(service(forward("blue"), [], "ROLLING")).toEqual([]);
  });

  test("may be in another account file", () => {
    const values = {
      deployment_configuration: [{ strategy: "CANARY" }],
      load_balancer: [
        {
          target_group_arn: "blue",
          advanced_configuration: [{ alternate_target_group_arn: "green", production_listener_rule: "far" }],
        },
      ],
    };
    expect(refusals(shiftRule, aChange("aws_ecs_service", values))).toEqual([]);
  });
});
