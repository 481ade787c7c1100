import { type Resource } from "../../estate/resource";
import { attributeRule, isTrue } from "../attribute-rule";

/** Oracle, SQL Server and Db2 have no IAM authentication. */
const withoutIam = /^(oracle|sqlserver|db2|custom)-/;

export const databasesAuthenticateWithIam = attributeRule({
  id: "databases-authenticate-with-iam",
  title: "Databases accept IAM tokens",
  severity: "error",
  controls: ["RDS.10", "RDS.12", "CKV_AWS_161", "CKV_AWS_162"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-10",
  why: "Otherwise every service and person needs a password that is kept, shared and rotated; a token ends after 15 minutes.",
  fix: "Set `iam_database_authentication_enabled = true`; passwords work beside it.",
  types: ["aws_db_instance", "aws_rds_cluster"],
  isAbout: ({ values }: Resource) => !withoutIam.test(String(values["engine"])),
  attribute: "iam_database_authentication_enabled",
  must: "must be true",
  default: false,
  holds: isTrue,
});
