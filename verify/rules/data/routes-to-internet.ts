import { type EnvironmentFiles } from "../../estate/estate";
import { type Resource } from "../../estate/resource";
import { blocksOf, isUnset, referencesIn } from "../../values/plain-values";
import { pointsTo } from "../../values/points-to";
import { showValue } from "../../values/show-value";
import { type ValueMap } from "../../values/value";

/**
 * Routes from a subnet to an internet gateway, as `aws_route.internet`; also those whose gateway the files do not tell.
 *
 * A subnet without a route table of its own has the main one of its VPC.
 */
export function routesToInternet(subnet: Resource, environment: EnvironmentFiles): readonly string[] {
  const associations = environment
    .all("aws_route_table_association")
    .filter(({ values }) => pointsTo(values["subnet_id"], subnet));
  const tables = environment
    .all("aws_route_table", "aws_default_route_table")
    .filter((table) =>
      associations.length > 0
        ? associations.some(({ values }) => pointsTo(values["route_table_id"], table))
        : isMain(table, subnet, environment),
    );
  return tables.flatMap((table) => [
    ...blocksOf(table.values, "route")
      .filter(leadsOut)
      .map(() => table.address),
    ...environment
      .all("aws_route")
      .filter(({ values }) => pointsTo(values["route_table_id"], table) && leadsOut(values))
      .map(({ address }) => address),
  ]);
}

function isMain(table: Resource, subnet: Resource, environment: EnvironmentFiles): boolean {
  const vpcs = referencesIn(subnet.values["vpc_id"]).map(({ resource }) => resource);
  if (table.type === "aws_default_route_table")
    return vpcs.some((vpc) => pointsTo(table.values["default_route_table_id"], vpc));
  return environment
    .all("aws_main_route_table_association")
    .some(
      ({ values }) =>
        pointsTo(values["route_table_id"], table) && vpcs.some((vpc) => pointsTo(values["vpc_id"], vpc)),
    );
}

function leadsOut({ gateway_id: gateway }: ValueMap): boolean {
  if (isUnset(gateway) || gateway === "" || gateway === "local") return false;
  const references = referencesIn(gateway);
  if (references.length > 0)
    return references.some(({ resource }) => resource.type === "aws_internet_gateway" || isFound(resource));
  return !/^"(vgw|lgw|vpce)-/.test(showValue(gateway));
}

/** A gateway that the files only look up, of the internet. */
function isFound({ mode, type }: Resource): boolean {
  return mode === "data" && type !== "aws_vpn_gateway";
}
