import { groupRuleDuplicate } from "../../../../offline/rules/security-groups/group-rule-duplicate";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const type = "aws_vpc_security_group_ingress_rule";
const web: Values = {
  security_group_id: "sg-1",
  ip_protocol: "tcp",
  from_port: 443,
  to_port: 443,
  cidr_ipv4: "0.0.0.0/0",
};
const cloud = aCloud([{ type, values: web }]);

function check(values: Values, ofType = type) {
  return codes(groupRuleDuplicate, aChange(ofType, { ...web, ...values }, { cloud }));
}

describe("group-rule-duplicate", () => {
  test.each<Values>([
    { security_group_id: "sg-2" },
    { from_port: 80, to_port: 80 },
    { ip_protocol: "udp" },
    { cidr_ipv4: "10.0.0.0/8" },
  ])("lets a rule with %j pass", (values) => {
    expect(check(values)).toEqual([]);
  });

  test("tells ingress from egress", () => {
    expect(check({}, "aws_vpc_security_group_egress_rule")).toEqual([]);
  });

  test.each<Values>([{ description: "another reason" }, { ip_protocol: "6" }])(
    "refuses the same rule with %j",
    (values) => {
      expect(check(values)).toEqual(["InvalidPermission.Duplicate"]);
    },
  );

  test("skips a group that is not known", () => {
    expect(check({ security_group_id: unknown })).toEqual([]);
  });
});
