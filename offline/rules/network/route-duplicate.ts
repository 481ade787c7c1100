import { items, text } from "../../values/reading";
import { byId, others } from "../reading/others";
import { type Rule } from "../rule";

const destinations = [
  ["destination_cidr_block", "cidr_block"],
  ["destination_ipv6_cidr_block", "ipv6_cidr_block"],
  ["destination_prefix_list_id", "destination_prefix_list_id"],
] as const;

/** A route table has one route for a destination. */
export const routeDuplicate: Rule = {
  id: "route-duplicate",
  types: ["aws_route"],
  actions: ["create"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html",
  check(change) {
    const table = text(change.values, "route_table_id");
    if (table === undefined) return [];
    return destinations.flatMap(([name, inline]) => {
      const destination = text(change.values, name);
      if (destination === undefined) return [];
      const isTaken =
        others(change, "aws_route").some(
          ({ values }) => text(values, "route_table_id") === table && text(values, name) === destination,
        ) ||
        items(byId(change, "aws_route_table", table)?.values ?? {}, "route").some(
          (route) => text(route, inline) === destination,
        );
      if (!isTaken) return [];
      return [
        {
          code: "RouteAlreadyExists",
          message: `The route identified by ${destination} already exists.`,
          advice: `${table} already has a route for ${destination}. Change that one, or import it.`,
          path: [name],
        },
      ];
    });
  },
};
