import { type EnvironmentFiles } from "../../estate/estate";
import { type Resource } from "../../estate/resource";
import { blocksOf, isPlain, isUnset } from "../../values/plain-values";
import { showValue } from "../../values/show-value";
import { attachedTo } from "../attached-to";
import { type Rule, type RuleProblem, type Verdict } from "../rule";
import { isPrimary } from "./databases";

/** The parameter that refuses connections without TLS, by engine; the others have options of their own. */
const parameters: readonly (readonly [engine: RegExp, parameter: string])[] = [
  [/^(aurora-)?postgres(ql)?$|^sqlserver-/, "rds.force_ssl"],
  [/^(mysql|mariadb|aurora-mysql)$/, "require_secure_transport"],
];

/** Where a database names its parameter group. */
const groups = {
  aws_db_instance: ["aws_db_parameter_group", "parameter_group_name"],
  aws_rds_cluster: ["aws_rds_cluster_parameter_group", "db_cluster_parameter_group_name"],
} as const;

/** The default of some engines forces TLS, too; but a default group cannot be changed, and its values change with the version. */
export const databasesForceTls: Rule = {
  id: "databases-force-tls",
  title: "Databases refuse connections without TLS",
  severity: "error",
  controls: ["RDS.38", "RDS.39", "RDS.41", "RDS.44", "CKV2_AWS_69"],
  page: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html",
  why: "A client that forgets TLS sends its password and all data readable through the network, and nobody notices.",
  fix: "Name a parameter group that sets `rds.force_ssl = 1` (PostgreSQL, SQL Server) or `require_secure_transport = ON` (MySQL, MariaDB).",
  check: (environment) => [
    ...check("aws_db_instance", environment),
    ...check("aws_rds_cluster", environment),
  ],
};

function check(type: keyof typeof groups, environment: EnvironmentFiles): readonly Verdict[] {
  return environment.all(type).flatMap((resource): readonly Verdict[] => {
    const { engine } = resource.values;
    // The engine of a replica is that of its source.
    if (isUnset(engine) && !isPrimary(resource)) return [];
    if (!isPlain(engine)) {
      const problem = { attribute: "engine", must: "must be told by the files", got: showValue(engine) };
      return [{ resource, problem }];
    }
    const [, parameter] = parameters.find(([pattern]) => pattern.test(String(engine))) ?? [];
    if (parameter === undefined) return [];
    const problem = problemOf(resource, parameter, groups[type], environment);
    return [{ resource, ...(problem && { problem }) }];
  });
}

function problemOf(
  database: Resource,
  parameter: string,
  [type, attribute]: readonly [type: string, attribute: string],
  environment: EnvironmentFiles,
): RuleProblem | undefined {
  const group = environment
    .all(type)
    .find((one) => attachedTo(one, [database], { by: attribute, name: "name" }).length > 0);
  if (group === undefined) {
    const must = `must name an ${type} that sets ${parameter}`;
    return { attribute, must, got: showValue(database.values[attribute]) };
  }
  // Where a group names it twice, nobody knows which value RDS takes.
  const written = blocksOf(group.values, "parameter").filter(({ name }) => name === parameter);
  const values = written.length === 0 ? [undefined] : written.map((one) => one["value"]);
  const wrong = values.findIndex((value) => !(isPlain(value) && /^(1|on|true)$/i.test(String(value))));
  if (wrong < 0) return undefined;
  const got = `${showValue(values[wrong])} in ${group.address}`;
  return { attribute, must: `must name a group that sets ${parameter}`, got };
}
