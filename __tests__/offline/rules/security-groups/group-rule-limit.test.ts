import { groupRuleLimit } from "../../../../offline/rules/security-groups/group-rule-limit";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const type = "aws_vpc_security_group_ingress_rule";
const cloud = aCloud(
  Array.from({ length: 60 }, (_, at) => ({
    type,
    values: { security_group_id: "sg-1", cidr_ipv4: `10.0.${at}.0/24` },
  })),
);

function check(values: Values) {
  return codes(groupRuleLimit, aChange(type, values, { cloud }));
}

describe("group-rule-limit", () => {
  test("counts each group for itself", () => {
    expect(check({ security_group_id: "sg-2", cidr_ipv4: "10.1.0.0/16" })).toEqual([]);
  });

  test("counts IPv6 for itself", () => {
    expect(check({ security_group_id: "sg-1", cidr_ipv6: "::/0" })).toEqual([]);
  });

  test("refuses the 61st rule", () => {
    expect(check({ security_group_id: "sg-1", cidr_ipv4: "10.1.0.0/16" })).toEqual([
      "RulesPerSecurityGroupLimitExceeded",
    ]);
  });

  test("skips a group that is not known", () => {
    expect(check({ security_group_id: unknown, cidr_ipv4: "10.1.0.0/16" })).toEqual([]);
  });
});
