import { routeTableAssociationSecond } from "../../../../offline/rules/network/route-table-association-second";
import { unknown, type Value, type Values } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const type = "aws_route_table_association";
const cloud = aCloud([{ type, values: { id: "a", subnet_id: "subnet-1", route_table_id: "rtb-1" } }]);

function check(subnet_id: Value) {
  const values: Values = { subnet_id, route_table_id: "rtb-2" };
  return codes(routeTableAssociationSecond, aChange(type, values, { cloud }));
}

describe("route-table-association-second", () => {
  test("lets another subnet pass", () => {
    expect(check("subnet-2")).toEqual([]);
  });

  test("refuses a subnet that has a table", () => {
    expect(check("subnet-1")).toEqual(["Resource.AlreadyAssociated"]);
  });

  test("skips a subnet that is not known", () => {
    expect(check(unknown)).toEqual([]);
  });
});
