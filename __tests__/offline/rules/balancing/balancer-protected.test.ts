import { balancerProtected } from "../../../../offline/rules/balancing/balancer-protected";
import { type Value } from "../../../../offline/values/value";
import { aCloud, aDelete, codes } from "../../../support/a-cloud";

function check(enable_deletion_protection: Value) {
  const cloud = aCloud([{ type: "aws_lb", values: { arn: "arn:1", enable_deletion_protection } }]);
  return codes(balancerProtected, aDelete(cloud, "aws_lb"));
}

describe("balancer-protected", () => {
  test("lets an unprotected balancer go", () => {
    expect(check(false)).toEqual([]);
  });

  test("refuses to delete a protected balancer", () => {
    expect(check(true)).toEqual(["OperationNotPermitted"]);
  });

  test("skips a balancer that says nothing", () => {
    expect(check(null)).toEqual([]);
  });
});
