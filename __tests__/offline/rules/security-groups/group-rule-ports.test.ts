import { groupRulePorts } from "../../../../offline/rules/security-groups/group-rule-ports";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

function check(values: Values) {
  return codes(groupRulePorts, aChange("aws_vpc_security_group_egress_rule", values));
}

describe("group-rule-ports", () => {
  test.each<Values>([
    { ip_protocol: "tcp", from_port: 80, to_port: 443 },
    { ip_protocol: "-1" },
    { ip_protocol: "icmp", from_port: 8, to_port: -1 },
  ])("lets %j pass", (values) => {
    expect(check(values)).toEqual([]);
  });

  test.each<Values>([
    { ip_protocol: "tcp" },
    { ip_protocol: "tcp", from_port: 443, to_port: 80 },
    { ip_protocol: "17", from_port: 1, to_port: 70000 },
  ])("refuses %j", (values) => {
    expect(check(values)).toEqual(["InvalidParameterValue"]);
  });

  test("skips ports that are not known", () => {
    expect(check({ ip_protocol: "tcp", from_port: unknown, to_port: unknown })).toEqual([]);
  });
});
