import { routeDuplicate } from "../../../../offline/rules/network/route-duplicate";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const cloud = aCloud([
  { type: "aws_route", values: { route_table_id: "rtb-1", destination_cidr_block: "0.0.0.0/0" } },
  { type: "aws_route_table", values: { id: "rtb-2", route: [{ cidr_block: "0.0.0.0/0" }] } },
]);

function check(values: Values) {
  return codes(routeDuplicate, aChange("aws_route", values, { cloud }));
}

describe("route-duplicate", () => {
  test("lets a new destination pass", () => {
    expect(check({ route_table_id: "rtb-1", destination_cidr_block: "10.9.0.0/16" })).toEqual([]);
  });

  test.each(["rtb-1", "rtb-2"])("refuses a destination that %s has", (route_table_id) => {
    expect(check({ route_table_id, destination_cidr_block: "0.0.0.0/0" })).toEqual(["RouteAlreadyExists"]);
  });

  test("skips a table that is not known", () => {
    expect(check({ route_table_id: unknown, destination_cidr_block: "0.0.0.0/0" })).toEqual([]);
  });
});
