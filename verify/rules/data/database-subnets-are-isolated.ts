import { type EnvironmentFiles } from "../../estate/estate";
import { type Resource } from "../../estate/resource";
import { itemsOf, referencesIn } from "../../values/plain-values";
import { showValue } from "../../values/show-value";
import { type Value } from "../../values/value";
import { type Rule, type Verdict } from "../rule";
import { routesToInternet } from "./routes-to-internet";

const attribute = "subnet_ids";
const must = "must be subnets without a route to an internet gateway";

export const databaseSubnetsAreIsolated: Rule = {
  id: "database-subnets-are-isolated",
  title: "Subnets of databases have no route to an internet gateway",
  severity: "error",
  controls: ["RDS.46"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-46",
  why: "In a public subnet one changed flag or security-group rule puts the database on the internet.",
  fix: "Name subnets in `subnet_ids` whose route tables lead to no `aws_internet_gateway`.",
  check: (environment) =>
    environment.all("aws_db_subnet_group").flatMap((group): readonly Verdict[] => {
      const subnets = itemsOf(group.values[attribute]);
      const problems = subnets.flatMap((subnet) => problemsOf(group, subnet, environment));
      return problems.length > 0 ? problems : [{ resource: group }];
    }),
};

function problemsOf(group: Resource, id: Value, environment: EnvironmentFiles): readonly Verdict[] {
  const subnets = referencesIn(id)
    .map(({ resource }) => resource)
    .filter(({ type, mode }) => type === "aws_subnet" && mode === "managed");
  if (subnets.length === 0) {
    const got = `${showValue(id)}, whose routes these files do not tell`;
    return [{ resource: group, problem: { attribute, must, got } }];
  }
  return subnets.flatMap((subnet) =>
    routesToInternet(subnet, environment).map((route) => ({
      resource: group,
      problem: { attribute, must, got: `${subnet.address} with ${route}` },
    })),
  );
}
