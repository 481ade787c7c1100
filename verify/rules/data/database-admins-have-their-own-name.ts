import { type EnvironmentFiles } from "../../estate/estate";
import { type Plain } from "../../values/plain-values";
import { attributeOf, problemOf } from "../attribute-rule";
import { type Rule, type Verdict } from "../rule";
import { isPrimary } from "./databases";

const usual = /^(admin|administrator|master|postgres|root|sa|user|dbadmin|rdsadmin|mysql)$/i;

const attributes = { aws_db_instance: "username", aws_rds_cluster: "master_username" } as const;

export const databaseAdminsHaveTheirOwnName: Rule = {
  id: "database-admins-have-their-own-name",
  title: "Administrators of databases have a name that nobody guesses",
  severity: "warning",
  controls: ["RDS.24", "RDS.25"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-25",
  why: "With a name such as `admin` or `postgres` only the password is left to guess.",
  fix: "Set `username` when the database is created; a change later replaces the database.",
  check: (environment) => [
    ...check("aws_db_instance", environment),
    ...check("aws_rds_cluster", environment),
  ],
};

function check(type: keyof typeof attributes, environment: EnvironmentFiles): readonly Verdict[] {
  const attribute = attributes[type];
  const holds = (name: Plain): boolean => !usual.test(String(name));
  return (
    environment
      .all(type)
      // One that is restored from a snapshot has the name that is in there.
      .filter((resource) => isPrimary(resource) && attributeOf(resource.values, attribute) !== undefined)
      .map((resource): Verdict => {
        const problem = problemOf(resource.values, { attribute, must: "must be a name of its own", holds });
        return { resource, ...(problem && { problem }) };
      })
  );
}
