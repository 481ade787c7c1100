import { zoneConflict } from "../../../../offline/rules/domains/zone-conflict";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const type = "aws_route53_zone";
const cloud = aCloud([{ type, values: { zone_id: "Z1", name: "dev.internal", vpc: [{ vpc_id: "vpc-1" }] } }]);

function check(name: Value, vpc_id: Value) {
  return codes(zoneConflict, aChange(type, { name, vpc: [{ vpc_id }] }, { cloud }));
}

describe("zone-conflict", () => {
  test.each([
    ["sit.internal", "vpc-1"],
    ["dev.internal", "vpc-2"],
  ])("lets %s in %s pass", (name, vpc) => {
    expect(check(name, vpc)).toEqual([]);
  });

  test("refuses a name that the VPC sees", () => {
    expect(check("dev.internal.", "vpc-1")).toEqual(["ConflictingDomainExists"]);
  });

  test("skips a VPC that is not known", () => {
    expect(check("dev.internal", unknown)).toEqual([]);
  });
});
