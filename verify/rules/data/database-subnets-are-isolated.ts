import { type EnvironmentFiles } from "../../estate/estate";
import { type Resource } from "../../estate/resource";
import { itemsOf, referencesIn } from "../../values/plain-values";
import { showValue } from "../../values/show-value";
import { type Value } from "../../values/value";
import { attachedTo } from "../attached-to";
import { type Rule, type Verdict } from "../rule";
import { isPrimary } from "./databases";
import { routesToInternet } from "./routes-to-internet";

export const databaseSubnetsAreIsolated: Rule = {
  id: "database-subnets-are-isolated",
  title: "Subnets of databases have no route to an internet gateway",
  severity: "error",
  controls: ["RDS.46"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-46",
  why: "In a public subnet one changed flag or security-group rule puts the database on the internet.",
  fix: "Name an `aws_db_subnet_group` of subnets whose route tables lead to no `aws_internet_gateway`.",
  check: (environment) => {
    const groups = environment.all("aws_db_subnet_group");
    return [
      ...groups.flatMap((group) => subnetsOf(group, environment)),
      ...environment
        .all("aws_db_instance", "aws_rds_cluster")
        .filter(isPrimary)
        .flatMap((database) => withoutGroup(database, groups)),
    ];
  },
};

function subnetsOf(group: Resource, environment: EnvironmentFiles): readonly Verdict[] {
  const subnets = itemsOf(group.values["subnet_ids"]);
  const problems = subnets
    .flatMap((subnet) => routesOf(subnet, environment))
    .map((got): Verdict => {
      const must = "must be subnets without a route to an internet gateway";
      return { resource: group, problem: { attribute: "subnet_ids", must, got } };
    });
  return problems.length > 0 ? problems : [{ resource: group }];
}

/** What is wrong with the routes of a subnet, by its id. */
function routesOf(id: Value, environment: EnvironmentFiles): readonly string[] {
  const subnets = referencesIn(id)
    .map(({ resource }) => resource)
    .filter(({ type, mode }) => type === "aws_subnet" && mode === "managed");
  if (subnets.length === 0) return [`${showValue(id)}, whose routes these files do not tell`];
  return subnets.flatMap((subnet) =>
    routesToInternet(subnet, environment).map((route) => `${subnet.address} with ${route}`),
  );
}

/** Without a group of these files, a database is in the default VPC, which is public, or in subnets that nobody can check. */
function withoutGroup(database: Resource, groups: readonly Resource[]): readonly Verdict[] {
  const attribute = "db_subnet_group_name";
  if (groups.some((group) => attachedTo(group, [database], { by: attribute, name: "name" }).length > 0))
    return [];
  const must = "must be an aws_db_subnet_group of these files";
  const got = showValue(database.values[attribute]);
  return [{ resource: database, problem: { attribute, must, got } }];
}
