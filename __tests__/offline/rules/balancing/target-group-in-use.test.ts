import { targetGroupInUse } from "../../../../offline/rules/balancing/target-group-in-use";
import { aCloud, aDelete, codes, type Existing } from "../../../support/a-cloud";

const group: Existing = { type: "aws_lb_target_group", values: { arn: "tg-1" } };
const to = (target_group_arn: string) => [{ type: "forward", target_group_arn }];

function check(...more: readonly Existing[]) {
  return codes(targetGroupInUse, aDelete(aCloud([group, ...more]), "aws_lb_target_group"));
}

describe("target-group-in-use", () => {
  test("lets a group go that nothing uses", () => {
    expect(check({ type: "aws_lb_listener", values: { default_action: to("tg-2") } })).toEqual([]);
  });

  test.each<Existing>([
    { type: "aws_lb_listener", values: { default_action: to("tg-1") } },
    { type: "aws_lb_listener_rule", values: { action: to("tg-1") } },
    {
      type: "aws_lb_listener_rule",
      values: { action: [{ forward: [{ target_group: [{ arn: "tg-2" }, { arn: "tg-1" }] }] }] },
    },
  ])("refuses while $type sends requests to it", (user) => {
    expect(check(user)).toEqual(["ResourceInUse"]);
  });

  test("skips a service, which AWS does not ask", () => {
    const values = { load_balancer: [{ target_group_arn: "tg-1" }] };
    expect(check({ type: "aws_ecs_service", values })).toEqual([]);
  });
});
