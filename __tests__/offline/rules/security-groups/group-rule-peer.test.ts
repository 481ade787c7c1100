import { groupRulePeer } from "../../../../offline/rules/security-groups/group-rule-peer";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

function check(values: Values) {
  return codes(groupRulePeer, aChange("aws_vpc_security_group_ingress_rule", values));
}

describe("group-rule-peer", () => {
  test.each<Values>([{ cidr_ipv4: "0.0.0.0/0" }, { cidr_ipv4: "10.0.0.7/32" }, { prefix_list_id: "pl-1" }])(
    "lets %j pass",
    (values) => {
      expect(check(values)).toEqual([]);
    },
  );

  test.each(["10.0.0.7/24", "10.0.0.0/33", "10.0.0.0"])("refuses the block %s", (cidr_ipv4) => {
    expect(check({ cidr_ipv4 })).toEqual(["InvalidParameterValue"]);
  });

  test.each<Values>([{}, { cidr_ipv4: "0.0.0.0/0", cidr_ipv6: "::/0" }])("refuses %j", (values) => {
    expect(check(values)).toEqual(["InvalidAttributeCombination"]);
  });

  test("skips a group that is not known", () => {
    expect(check({ referenced_security_group_id: unknown })).toEqual([]);
  });
});
