import { type Resource } from "../../estate/resource";
import { isPlain, isUnset } from "../../values/plain-values";
import { showValue } from "../../values/show-value";
import { isTrue, judge } from "../attribute-rule";
import { type Rule, type Verdict } from "../rule";
import { isPrimary } from "./databases";

const passwords = ["password", "password_wo", "master_password", "master_password_wo"];

export const databasePasswordsAreManaged: Rule = {
  id: "database-passwords-are-managed",
  title: "RDS makes and keeps the passwords of databases",
  severity: "error",
  controls: ["SecretsManager.1"],
  page: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html",
  why: "A password that Terraform is given is readable in its state, in plans, and often in the repository, and is never changed.",
  fix: "Set `manage_master_user_password = true` and remove `password`: RDS writes it to Secrets Manager.",
  check: (environment) =>
    environment.all("aws_db_instance", "aws_rds_cluster").filter(isPrimary).flatMap(passwordOf),
};

function passwordOf(resource: Resource): readonly Verdict[] {
  const given = passwords.filter((name) => !isUnset(resource.values[name]));
  if (given.length === 0) {
    const attribute = "manage_master_user_password";
    return [judge(resource, { attribute, must: "must be true", default: false, holds: isTrue })];
  }
  return given.map((attribute) => {
    const value = resource.values[attribute];
    const got = isPlain(value) ? "a text, not shown" : showValue(value);
    return { resource, problem: { attribute, must: "must be left out: RDS makes it", got } };
  });
}
