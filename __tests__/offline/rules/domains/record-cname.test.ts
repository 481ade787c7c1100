import { recordCname } from "../../../../offline/rules/domains/record-cname";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const record = "aws_route53_record";
const cloud = aCloud([
  { type: "aws_route53_zone", values: { zone_id: "Z1", name: "example.com" } },
  { type: record, values: { zone_id: "Z1", name: "shop.example.com", type: "A" } },
  { type: record, values: { zone_id: "Z1", name: "www.example.com", type: "CNAME" } },
]);

function check(values: Values) {
  return codes(recordCname, aChange(record, { zone_id: "Z1", ...values }, { cloud }));
}

describe("record-cname", () => {
  test.each<Values>([
    { name: "api.example.com", type: "CNAME" },
    { name: "shop.example.com", type: "AAAA" },
    { name: "example.com", type: "A" },
  ])("lets %j pass", (values) => {
    expect(check(values)).toEqual([]);
  });

  test.each<Values>([
    { name: "example.com", type: "CNAME" },
    { name: "", type: "CNAME" },
    { name: "shop.example.com", type: "CNAME" },
    { name: "www", type: "A" },
  ])("refuses %j", (values) => {
    expect(check(values)).toEqual(["InvalidChangeBatch"]);
  });

  test.each<Values>([
    { name: unknown, type: "CNAME" },
    { zone_id: "Z-of-others", name: "www.example.com", type: "A" },
  ])("skips what is not known", (values) => {
    expect(check(values)).toEqual([]);
  });
});
