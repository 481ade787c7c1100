import { routeTableAssociationNetwork } from "../../../../offline/rules/network/route-table-association-network";
import { unknown, type Value, type Values } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const cloud = aCloud([
  { type: "aws_subnet", values: { id: "subnet-1", vpc_id: "vpc-1" } },
  { type: "aws_route_table", values: { id: "rtb-1", vpc_id: "vpc-1" } },
  { type: "aws_route_table", values: { id: "rtb-2", vpc_id: "vpc-2" } },
]);

function check(route_table_id: Value) {
  const values: Values = { subnet_id: "subnet-1", route_table_id };
  return codes(routeTableAssociationNetwork, aChange("aws_route_table_association", values, { cloud }));
}

describe("route-table-association-network", () => {
  test("lets a table of the same VPC pass", () => {
    expect(check("rtb-1")).toEqual([]);
  });

  test("refuses a table of another VPC", () => {
    expect(check("rtb-2")).toEqual(["InvalidParameterValue"]);
  });

  test("skips a table that is not known", () => {
    expect(check(unknown)).toEqual([]);
  });
});
