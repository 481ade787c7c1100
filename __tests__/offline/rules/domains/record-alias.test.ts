import { recordAlias } from "../../../../offline/rules/domains/record-alias";
import { unknown, type Value, type Values } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

const alias: Value = [{ name: "lb.example.com" }];

function check(values: Values) {
  return codes(recordAlias, aChange("aws_route53_record", values));
}

describe("record-alias", () => {
  test.each<Values>([
    { alias, records: [], ttl: null },
    { records: ["10.0.0.1"], ttl: 0, alias: [] },
  ])("lets %j pass", (values) => {
    expect(check(values)).toEqual([]);
  });

  test.each<Values>([
    { alias, ttl: 300 },
    { alias, records: ["10.0.0.1"], ttl: 300 },
    { records: ["10.0.0.1"] },
    {},
  ])("refuses %j", (values) => {
    expect(check(values)).toEqual(["InvalidInput"]);
  });

  test("skips records that are not known", () => {
    expect(check({ records: unknown, ttl: 300 })).toEqual([]);
  });
});
