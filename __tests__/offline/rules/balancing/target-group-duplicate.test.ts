import { targetGroupDuplicate } from "../../../../offline/rules/balancing/target-group-duplicate";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const cloud = aCloud([{ type: "aws_lb_target_group", values: { name: "dev-orders" } }]);

function check(name: Value) {
  return codes(targetGroupDuplicate, aChange("aws_lb_target_group", { name }, { cloud }));
}

describe("target-group-duplicate", () => {
  test("lets a new name pass", () => {
    expect(check("dev-shop")).toEqual([]);
  });

  test("refuses a name that the account has", () => {
    expect(check("dev-orders")).toEqual(["DuplicateTargetGroupName"]);
  });

  test("skips a name that is not known", () => {
    expect(check(unknown)).toEqual([]);
  });
});
