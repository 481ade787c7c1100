import { type Values } from "../../../offline/values/value";
import { existing, refusal, values } from "./world";

const type = "aws_lb_listener_rule";

function shown(action: Readonly<Record<string, unknown>>) {
  const rule = existing(type, { arn: "rule", action: [JSON.parse(JSON.stringify(action))] });
  return values(type, { arn: "rule" }, [rule])["action"];
}

describe("The data source of a listener rule", () => {
  test("shows the target group of a plain forward as AWS does, with a weight", () => {
    expect(shown({ type: "forward", target_group_arn: "blue", forward: [] })).toEqual([
      { type: "forward", forward: [{ target_group: [{ arn: "blue", weight: 1 }], stickiness: [] }] },
    ]);
  });

  test("shows weights as they are", () => {
    const forward = [{ target_group: [{ arn: "blue", weight: 90 }], stickiness: [] }];
    expect(shown({ type: "forward", target_group_arn: "", forward })).toEqual([{ type: "forward", forward }]);
  });

  test.each<Values>([
    {},
    { listener_arn: "listener" },
    { priority: 1 },
    { arn: "rule", listener_arn: "l", priority: 1 },
  ])("refuses %j, which names no rule or two", (asked) => {
    expect(refusal(type, asked)).toContain("Exactly one of these attributes must be configured");
  });
});
