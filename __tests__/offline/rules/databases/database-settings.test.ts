import { databaseSettings } from "../../../../offline/rules/databases/database-settings";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, refusals } from "../../../support/a-cloud";

const postgres = { engine: "postgres", storage_type: "gp3" };

describe("Settings of a database", () => {
  test.each<[string, Values]>([
    [
      "an ordinary one",
      {
        ...postgres,
        allocated_storage: 20,
        max_allocated_storage: 100,
        backup_retention_period: 35,
        username: "app_owner",
        db_name: "app",
      },
    ],
    ["monitoring with a role not known yet", { monitoring_interval: 60, monitoring_role_arn: unknown }],
    ["months of insights", { performance_insights_retention_period: 62 }],
    ["the database postgres", { ...postgres, db_name: "postgres" }],
    ["admin on MySQL", { engine: "mysql", username: "admin" }],
    [
      "unknown",
      { ...postgres, allocated_storage: unknown, password: unknown, backup_retention_period: unknown },
    ],
  ])("are accepted: %s", (_, values) => {
    expect(refusals(databaseSettings, aChange("aws_db_instance", values))).toEqual([]);
  });

  test.each<[string, Values]>([
    ["backup_retention_period", { backup_retention_period: 36 }],
    ["monitoring_interval", { monitoring_interval: 20, monitoring_role_arn: "role" }],
    ["allocated_storage", { ...postgres, allocated_storage: 19 }],
    ["max_allocated_storage", { allocated_storage: 100, max_allocated_storage: 50 }],
    ["performance_insights_retention_period", { performance_insights_retention_period: 30 }],
    ["password", { manage_master_user_password: true, password: "secret" }],
    ["db_name", { ...postgres, db_name: "my-app" }],
    ["username", { ...postgres, username: "admin" }],
    ["username", { ...postgres, username: "1app" }],
  ])("are refused: %s %p", (attribute, values) => {
    expect(refusals(databaseSettings, aChange("aws_db_instance", values)).map(({ path }) => path)).toEqual([
      [attribute],
    ]);
  });
});
