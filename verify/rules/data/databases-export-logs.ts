import { isPlain, itemsOf } from "../../values/plain-values";
import { showValue } from "../../values/show-value";
import { type Rule, type Verdict } from "../rule";

const attribute = "enabled_cloudwatch_logs_exports";

export const databasesExportLogs: Rule = {
  id: "databases-export-logs",
  title: "Databases export their logs",
  severity: "error",
  controls: ["RDS.9", "RDS.34", "RDS.36", "RDS.37", "CKV_AWS_129", "CKV_AWS_324"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-9",
  why: "On the instance logs last days, and go with it: after an incident nobody can tell what happened.",
  fix: 'Set `enabled_cloudwatch_logs_exports`, for PostgreSQL to `["postgresql", "upgrade"]`, for MySQL to `["audit", "error", "slowquery"]`.',
  check: (environment) =>
    environment.all("aws_db_instance", "aws_rds_cluster").map((resource): Verdict => {
      const logs = resource.values[attribute];
      const items = itemsOf(logs);
      if (items.length > 0 && items.every(isPlain)) return { resource };
      return { resource, problem: { attribute, must: "must name logs", got: showValue(logs) } };
    }),
};
