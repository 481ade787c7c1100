import { asksFor } from "../reading/asked-for";
import { isAbsent, number, text } from "../../values/reading";
import { type Change, type Refusal, type Rule } from "../rule";

/** A parameter group of another version, or a monitoring role that RDS may not assume. */
export const databaseFit: Rule = {
  id: "database-fit",
  types: ["aws_db_instance"],
  actions: ["create", "update"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html",
  check(change) {
    return [...family(change), ...monitoring(change)];
  },
};

function family(change: Change): readonly Refusal[] {
  const { values, cloud, region } = change;
  if (!asksFor(change, "parameter_group_name") && !asksFor(change, "engine_version")) return [];
  const name = text(values, "parameter_group_name");
  const wanted = familyOf(text(values, "engine"), text(values, "engine_version"));
  const group = cloud
    .all("aws_db_parameter_group")
    .find((one) => one.region === region && text(one.values, "name") === name);
  const actual = text(group?.values ?? {}, "family");
  if (name === undefined || wanted === undefined || actual === undefined || actual === wanted) return [];
  return [
    {
      code: "InvalidParameterCombination",
      message:
        `The parameter group ${name} with DBParameterGroupFamily ${actual} can't be used for this instance. ` +
        `Please use a parameter group with DBParameterGroupFamily ${wanted}.`,
      advice: `Set family of the parameter group to ${wanted}; a new major version takes a new group.`,
      path: ["parameter_group_name"],
    },
  ];
}

/** Undefined for engines and versions that are not known here. */
function familyOf(engine: string | undefined, version: string | undefined): string | undefined {
  if (engine === "postgres") {
    const [major] = /^\d{2}/.exec(version ?? "") ?? [];
    return major === undefined ? undefined : `postgres${major}`;
  }
  const [major] = /^\d+\.\d+/.exec(version ?? "") ?? [];
  return (engine === "mysql" || engine === "mariadb") && major !== undefined
    ? `${engine}${major}`
    : undefined;
}

function monitoring(change: Change): readonly Refusal[] {
  const { values, cloud } = change;
  if ((number(values, "monitoring_interval") ?? 0) === 0) return [];
  if (isAbsent(values, "monitoring_role_arn"))
    return [
      {
        code: "InvalidParameterValue",
        message:
          "A MonitoringRoleARN value is required if you specify a MonitoringInterval value other than 0.",
        advice: "Set monitoring_role_arn to a role that monitoring.rds.amazonaws.com may assume.",
        path: ["monitoring_interval"],
      },
    ];
  if (!asksFor(change, "monitoring_role_arn")) return [];
  const role = cloud
    .all("aws_iam_role")
    .find((one) => text(one.values, "arn") === text(values, "monitoring_role_arn"));
  const trust = text(role?.values ?? {}, "assume_role_policy");
  if (trust === undefined || trust.includes("monitoring.rds.") || trust.includes('"*"')) return [];
  return [
    {
      code: "InvalidParameterValue",
      message:
        "IAM role ARN value is invalid or does not include the required permissions for: ENHANCED_MONITORING",
      advice: `Let monitoring.rds.amazonaws.com assume ${text(values, "monitoring_role_arn")}, and attach AmazonRDSEnhancedMonitoringRole to it.`,
      path: ["monitoring_role_arn"],
    },
  ];
}
