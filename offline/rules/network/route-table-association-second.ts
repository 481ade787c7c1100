import { text } from "../../values/reading";
import { others } from "../reading/others";
import { type Rule } from "../rule";

/** A subnet is associated with one route table. */
export const routeTableAssociationSecond: Rule = {
  id: "route-table-association-second",
  types: ["aws_route_table_association"],
  actions: ["create"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateRouteTable.html",
  check(change) {
    const subnet = text(change.values, "subnet_id");
    const table = text(change.values, "route_table_id");
    if (subnet === undefined) return [];
    return others(change, "aws_route_table_association")
      .filter(({ values }) => text(values, "subnet_id") === subnet)
      .slice(0, 1)
      .map(({ values }) => ({
        code: "Resource.AlreadyAssociated",
        message: `the specified association for route table ${table} conflicts with an existing association`,
        advice: `${subnet} is associated with ${text(values, "route_table_id")}. Associate it once.`,
        path: ["subnet_id"],
      }));
  },
};
