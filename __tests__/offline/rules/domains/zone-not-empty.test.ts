import { zoneNotEmpty } from "../../../../offline/rules/domains/zone-not-empty";
import { type Values } from "../../../../offline/values/value";
import { aCloud, aDelete, codes } from "../../../support/a-cloud";

const zone: Values = { zone_id: "Z1", name: "example.com" };

function check(record: Values, more: Values = {}) {
  const cloud = aCloud([
    { type: "aws_route53_zone", values: { ...zone, ...more } },
    { type: "aws_route53_record", values: record },
  ]);
  return codes(zoneNotEmpty, aDelete(cloud, "aws_route53_zone"));
}

describe("zone-not-empty", () => {
  test.each<Values>([
    { zone_id: "Z2", name: "a.example.com", type: "A" },
    { zone_id: "Z1", name: "example.com", type: "NS" },
  ])("lets a zone go beside %j", (record) => {
    expect(check(record)).toEqual([]);
  });

  test("refuses a zone with a record", () => {
    expect(check({ zone_id: "Z1", name: "a.example.com", type: "A" })).toEqual(["HostedZoneNotEmpty"]);
  });

  test("does not apply when the records are deleted along with it", () => {
    expect(check({ zone_id: "Z1", name: "a.example.com", type: "A" }, { force_destroy: true })).toEqual([]);
  });
});
