import { wafInUse } from "../../../../offline/rules/firewall/waf-in-use";
import { type Value } from "../../../../offline/values/value";
import { aCloud, aDelete, codes } from "../../../support/a-cloud";

function check(web_acl_arn: Value) {
  const cloud = aCloud([
    { type: "aws_wafv2_web_acl", values: { arn: "arn:acl" } },
    { type: "aws_wafv2_web_acl_association", values: { web_acl_arn, resource_arn: "arn:lb" } },
  ]);
  return codes(wafInUse, aDelete(cloud, "aws_wafv2_web_acl"));
}

describe("waf-in-use", () => {
  test("lets an ACL go that protects nothing", () => {
    expect(check("arn:other")).toEqual([]);
  });

  test("refuses while it protects a balancer", () => {
    expect(check("arn:acl")).toEqual(["WAFAssociatedItemException"]);
  });

  test("skips an association that says nothing", () => {
    expect(check(null)).toEqual([]);
  });
});
