import { type EnvironmentFiles } from "../../estate/estate";
import { type Resource } from "../../estate/resource";
import { isTrue, judge } from "../attribute-rule";
import { type Rule, type Verdict } from "../rule";
import { instancesOf, isMultiZoneCluster, isPrimary } from "./databases";

export const databasesSpanZones: Rule = {
  id: "databases-span-zones",
  title: "Databases of production span zones",
  severity: "error",
  controls: ["RDS.5", "RDS.15", "CKV_AWS_157"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-5",
  why: "When its zone or host fails, a database without a standby is gone until AWS or somebody restores it.",
  fix: "Set `multi_az = true`; give an Aurora cluster at least two instances.",
  onlyProduction: true,
  check: (environment) => [
    ...environment
      .all("aws_db_instance")
      .filter(isPrimary)
      .map((instance) =>
        judge(instance, { attribute: "multi_az", must: "must be true", default: false, holds: isTrue }),
      ),
    ...environment
      .all("aws_rds_cluster")
      .filter(isPrimary)
      .map((cluster) => zonesOf(cluster, environment)),
  ],
};

function zonesOf(resource: Resource, environment: EnvironmentFiles): Verdict {
  const count = instancesOf(resource, environment).length;
  if (count >= 2 || isMultiZoneCluster(resource.values)) return { resource };
  return { resource, problem: { must: "must have two aws_rds_cluster_instance", got: String(count) } };
}
