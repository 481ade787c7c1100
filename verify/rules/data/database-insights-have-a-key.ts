import { attributeRule, isGiven, isTrue } from "../attribute-rule";
import { decides } from "./databases";

const attribute = "performance_insights_enabled";

export const databaseInsightsHaveAKey = attributeRule({
  id: "database-insights-have-a-key",
  title: "Databases of production have Performance Insights, encrypted with a key of their own",
  severity: "error",
  controls: ["CKV_AWS_353", "CKV_AWS_354"],
  page: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DatabaseInsights.TurningOnStandard.html",
  why: "Without it nobody sees which statement makes a database slow. Statements hold data; the key cannot be changed later.",
  fix: "Set `performance_insights_enabled = true` and `performance_insights_kms_key_id`.",
  onlyProduction: true,
  types: ["aws_db_instance", "aws_rds_cluster", "aws_rds_cluster_instance"],
  isAbout: decides(attribute),
  attribute,
  must: "must be true",
  default: false,
  holds: isTrue,
  also: [
    { attribute: "performance_insights_kms_key_id", must: "must be a key", holds: isGiven, isName: true },
  ],
});
