import { listenerRulePriorityTaken } from "../../../../offline/rules/balancing/listener-rule-priority-taken";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const type = "aws_lb_listener_rule";
const cloud = aCloud([{ type, values: { listener_arn: "l-1", priority: 10 } }]);

function check(values: Values) {
  return codes(listenerRulePriorityTaken, aChange(type, values, { cloud }));
}

describe("listener-rule-priority-taken", () => {
  test.each<Values>([
    { listener_arn: "l-1", priority: 20 },
    { listener_arn: "l-2", priority: 10 },
  ])("lets %j pass", (values) => {
    expect(check(values)).toEqual([]);
  });

  test("lets a rule keep its priority", () => {
    const [existing] = cloud.all(type);
    const change = aChange(
      type,
      { listener_arn: "l-1", priority: 10 },
      { action: "update", existing, cloud },
    );
    expect(codes(listenerRulePriorityTaken, change)).toEqual([]);
  });

  test("refuses a priority that the listener has", () => {
    expect(check({ listener_arn: "l-1", priority: 10 })).toEqual(["PriorityInUse"]);
  });

  test("skips a listener that is not known", () => {
    expect(check({ listener_arn: unknown, priority: 10 })).toEqual([]);
  });
});
