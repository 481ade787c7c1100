import { securityGroupInUse } from "../../../../offline/rules/security-groups/security-group-in-use";
import { aCloud, aDelete, codes, type Existing } from "../../../support/a-cloud";

const group: Existing = { type: "aws_security_group", values: { id: "sg-1" } };

function check(...more: readonly Existing[]) {
  return codes(securityGroupInUse, aDelete(aCloud([group, ...more]), "aws_security_group"));
}

describe("security-group-in-use", () => {
  test("lets a group that nothing uses go", () => {
    expect(check({ type: "aws_lb", values: { security_groups: ["sg-2"] } })).toEqual([]);
  });

  test("lets a group go whose own rules refer to it", () => {
    const values = { security_group_id: "sg-1", referenced_security_group_id: "sg-1" };
    expect(check({ type: "aws_vpc_security_group_ingress_rule", values })).toEqual([]);
  });

  test.each<Existing>([
    { type: "aws_lb", values: { security_groups: ["sg-1"] } },
    { type: "aws_ecs_service", values: { network_configuration: [{ security_groups: ["sg-1"] }] } },
    { type: "aws_db_instance", values: { vpc_security_group_ids: ["sg-1"] } },
    { type: "aws_security_group", values: { id: "sg-2", ingress: [{ security_groups: ["sg-1"] }] } },
    { type: "aws_vpc_endpoint", values: { security_group_ids: ["sg-1"] } },
    {
      type: "aws_vpc_security_group_egress_rule",
      values: { security_group_id: "sg-2", referenced_security_group_id: "sg-1" },
    },
  ])("refuses while $type uses it", (user) => {
    expect(check(user)).toEqual(["DependencyViolation"]);
  });

  test("skips what is kept after its destruction", () => {
    const values = { vpc_security_group_ids: ["sg-1"] };
    expect(check({ type: "aws_db_instance", values, keptBecause: "final snapshot" })).toEqual([]);
  });
});
