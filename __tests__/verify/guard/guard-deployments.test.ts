import { type Finding } from "../../../verify/findings/finding";
import { guardPlans } from "../../../verify/guard/guard-plans";
import { aPlan, estateOf, type PlannedResource } from "./a-plan";

function guard(change: PlannedResource): readonly Finding[] {
  return guardPlans(new Map([["test-all", aPlan([], [change])]]), estateOf());
}

const service = (controller?: string) => ({
  deployment_controller: controller === undefined ? [] : [{ type: controller }],
});

describe("A change of a service's deployment controller", () => {
  test.each([
    ["ECS", "CODE_DEPLOY"],
    ["CODE_DEPLOY", "ECS"],
    [undefined, "CODE_DEPLOY"],
  ])("from %s to %s is found", (from, to) => {
    const change = {
      address: "aws_ecs_service.a",
      actions: ["update"],
      before: service(from),
      after: service(to),
    };
    expect(guard(change)).toMatchObject([
      {
        rule: "plan-changes-controller",
        severity: "error",
        place: "test-all/aws_ecs_service.a",
        got: `a change from ${from ?? "ECS"} to ${to}`,
        advice: expect.stringContaining("Make a second service under another name"),
      },
    ]);
  });

  test("is none where the block only says the default", () => {
    const change = {
      address: "aws_ecs_service.a",
      actions: ["update"],
      before: service(),
      after: service("ECS"),
    };
    expect(guard(change)).toEqual([]);
  });

  test("is none where the service is new", () => {
    const change = { address: "aws_ecs_service.a", actions: ["create"], after: service("CODE_DEPLOY") };
    expect(guard(change)).toEqual([]);
  });
});

type Weights = Readonly<Record<string, number>>;

function weighted(weights: Weights) {
  const target_group = Object.entries(weights).map(([arn, weight]) => ({ arn, weight }));
  return { action: [{ type: "forward", target_group_arn: "", forward: [{ target_group }] }] };
}

function plain(arn: string) {
  return { action: [{ type: "forward", target_group_arn: arn, forward: [] }] };
}

describe("A change of a listener rule's weights", () => {
  const rules = (before: object, after: object) =>
    guard({
      address: "aws_lb_listener_rule.a",
      actions: ["update"],
      before: { ...before },
      after: { ...after },
    }).map(({ rule }) => rule);

  test.each([
    [weighted({ blue: 0, green: 100 }), weighted({ blue: 100, green: 0 })],
    [weighted({ blue: 100, green: 0 }), weighted({ blue: 90, green: 10 })],
    [weighted({ blue: 0, green: 100 }), plain("blue")],
  ])("is found when it shifts traffic (%#)", (before, after) => {
    expect(rules(before, after)).toEqual(["plan-shifts-traffic"]);
  });

  test.each([
    ["a second group gets nothing", plain("blue"), weighted({ blue: 100, green: 0 })],
    ["a group without traffic goes", weighted({ blue: 100, green: 0 }), plain("blue")],
    ["weights mean the same", weighted({ blue: 1, green: 0 }), weighted({ blue: 100, green: 0 })],
    ["all groups are others", plain("blue"), plain("red")],
  ])("is let through when %s", (_, before, after) => {
    expect(rules(before, after)).toEqual([]);
  });
});
