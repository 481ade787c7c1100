import { recordDuplicate } from "../../../../offline/rules/domains/record-duplicate";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const type = "aws_route53_record";
const cloud = aCloud([
  { type: "aws_route53_zone", values: { zone_id: "Z1", name: "example.com" } },
  { type, values: { zone_id: "Z1", name: "shop.example.com", type: "A" } },
  { type, values: { zone_id: "Z-of-others", name: "shop.example.com", type: "A" } },
]);

function check(values: Values) {
  return codes(recordDuplicate, aChange(type, { zone_id: "Z1", type: "A", ...values }, { cloud }));
}

describe("record-duplicate", () => {
  test.each<Values>([
    { name: "api.example.com" },
    { name: "shop.example.com", type: "AAAA" },
    { name: "shop.example.com", allow_overwrite: true },
    { name: "shop.example.com", set_identifier: "blue" },
  ])("lets %j pass", (values) => {
    expect(check(values)).toEqual([]);
  });

  test.each<Values>([
    { name: "shop.example.com" },
    { name: "Shop.example.com." },
    { name: "shop" },
    { zone_id: "Z-of-others", name: "shop.example.com" },
  ])("refuses %j", (values) => {
    expect(check(values)).toEqual(["InvalidChangeBatch"]);
  });

  test("skips a name that is not known", () => {
    expect(check({ name: unknown })).toEqual([]);
  });
});
