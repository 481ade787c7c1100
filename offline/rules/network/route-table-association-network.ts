import { text } from "../../values/reading";
import { byId } from "../reading/others";
import { type Rule } from "../rule";

/** A subnet takes a route table of its own VPC. */
export const routeTableAssociationNetwork: Rule = {
  id: "route-table-association-network",
  types: ["aws_route_table_association"],
  actions: ["create", "update"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateRouteTable.html",
  check(change) {
    const subnet = byId(change, "aws_subnet", text(change.values, "subnet_id"));
    const table = byId(change, "aws_route_table", text(change.values, "route_table_id"));
    if (!subnet || !table || text(subnet.values, "vpc_id") === text(table.values, "vpc_id")) return [];
    const [subnetId, tableId] = [text(subnet.values, "id"), text(table.values, "id")];
    return [
      {
        code: "InvalidParameterValue",
        message: `route table ${tableId} and subnet ${subnetId} belong to different networks`,
        advice: `${subnetId} is in ${text(subnet.values, "vpc_id")}. Use a route table of that VPC.`,
        path: ["route_table_id"],
      },
    ];
  },
};
