import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { DbParameterGroup } from "@cdktf/provider-aws/lib/db-parameter-group";
import { DbSubnetGroup } from "@cdktf/provider-aws/lib/db-subnet-group";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { SecretsmanagerSecretRotation } from "@cdktf/provider-aws/lib/secretsmanager-secret-rotation";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { Construct } from "constructs";
import { Database } from "../../../constructs/data/database";
import type { DatabaseProps } from "../../../constructs/data/database-props";
import { synthesize } from "../../../testing/synthesize";
import { aNetwork } from "../../support/a-network";
import { outputOf } from "../../support/output-of";

function aDatabase(scope: Construct, props: Partial<DatabaseProps> = {}): Database {
  return new Database(scope, "Orders", {
    environment: "test",
    name: "orders",
    account: "123456789012",
    region: "eu-west-1",
    network: aNetwork(),
    ...props,
  });
}

function synthesizeDatabase(props: Partial<DatabaseProps> = {}) {
  return synthesize((stack) => aDatabase(stack, props));
}

function anInstance(props: Partial<DatabaseProps> = {}) {
  return synthesizeDatabase(props).only(DbInstance);
}

const key = "${aws_kms_key.orders_key.arn}";

describe("A database instance by default", () => {
  test.each([
    ["is named by environment and database", "identifier", "test-orders"],
    ["is PostgreSQL", "engine", "postgres"],
    ["is of version 17", "engine_version", "17"],
    ["is small", "instance_class", "db.t4g.medium"],
    ["holds a database named like it", "db_name", "orders"],
    ["listens on the engine's port", "port", 5432],
    ["is not reachable from outside the VPC", "publicly_accessible", false],
    ["is encrypted", "storage_encrypted", true],
    ["is encrypted with its own key", "kms_key_id", key],
    ["has a password that RDS makes and rotates", "manage_master_user_password", true],
    ["has its password encrypted with its own key", "master_user_secret_kms_key_id", key],
    ["takes IAM authentication", "iam_database_authentication_enabled", true],
    ["has a standby in another zone", "multi_az", true],
    ["has 14 days of backups", "backup_retention_period", 14],
    ["keeps its backups when it is deleted", "delete_automated_backups", false],
    ["is protected from deletion", "deletion_protection", true],
    ["leaves a snapshot behind", "skip_final_snapshot", false],
    ["names that snapshot", "final_snapshot_identifier", "test-orders-final"],
    ["copies its tags to snapshots", "copy_tags_to_snapshot", true],
    ["upgrades minor versions", "auto_minor_version_upgrade", true],
    ["changes in the maintenance window", "apply_immediately", false],
    ["stores on gp3", "storage_type", "gp3"],
    ["starts with 20 GiB", "allocated_storage", 20],
    ["grows to 100 GiB", "max_allocated_storage", 100],
    ["has Performance Insights", "performance_insights_enabled", true],
    ["has Performance Insights encrypted with its own key", "performance_insights_kms_key_id", key],
    ["has Performance Insights of the free week", "performance_insights_retention_period", 7],
    ["has metrics of its operating system every minute", "monitoring_interval", 60],
    ["exports its logs", "enabled_cloudwatch_logs_exports", ["postgresql", "upgrade"]],
    ["is named neither admin nor postgres inside", "username", "app_owner"],
  ])("%s", (_, attribute, value) => {
    expect(anInstance()[attribute]).toEqual(value);
  });

  test("may be destroyed by a plan", () => {
    expect(anInstance()).not.toHaveProperty("lifecycle");
  });

  test("has no password in the state", () => {
    expect(anInstance()).not.toHaveProperty("password");
  });
});

describe("A database instance takes", () => {
  test.each<[keyof DatabaseProps, Partial<DatabaseProps>, Record<string, unknown>]>([
    ["version", { version: "16.4" }, { engine_version: "16.4" }],
    ["instanceClass", { instanceClass: "db.r7g.large" }, { instance_class: "db.r7g.large" }],
    ["storageGiB", { storageGiB: 50 }, { allocated_storage: 50 }],
    ["maxStorageGiB", { maxStorageGiB: 500 }, { max_allocated_storage: 500 }],
    ["multiAz", { multiAz: false }, { multi_az: false }],
    ["backupDays", { backupDays: 7 }, { backup_retention_period: 7 }],
    ["deletionProtection", { deletionProtection: false }, { deletion_protection: false }],
    ["preventDestroy", { preventDestroy: true }, { lifecycle: { prevent_destroy: true } }],
    ["databaseName", { databaseName: "shop" }, { db_name: "shop" }],
    ["port", { port: 5433 }, { port: 5433 }],
    ["username", { username: "root_user" }, { username: "root_user" }],
    ["performanceInsights", { performanceInsights: false }, { performance_insights_enabled: false }],
    ["enhancedMonitoring", { enhancedMonitoring: false }, { monitoring_interval: 0 }],
  ])("%s", (_, props, expected) => {
    expect(anInstance(props)).toMatchObject(expected);
  });

  test("hyphens in its name, as underscores inside", () => {
    expect(anInstance({ name: "order-history" })).toMatchObject({
      identifier: "test-order-history",
      db_name: "order_history",
    });
  });

  test.each(["performance_insights_kms_key_id", "performance_insights_retention_period"])(
    "no %s without Performance Insights, which AWS refuses",
    (attribute) => {
      expect(anInstance({ performanceInsights: false })).not.toHaveProperty(attribute);
    },
  );
});

describe("The network of a database", () => {
  test("is isolated subnets", () => {
    const synthesis = synthesizeDatabase();
    expect(synthesis.only(DbSubnetGroup)).toMatchObject({
      subnet_ids: ["subnet-isolated-a", "subnet-isolated-b"],
    });
    expect(synthesis.only(DbInstance)).toMatchObject({
      db_subnet_group_name: "${aws_db_subnet_group.orders_subnet_group.name}",
    });
  });

  test("lets nothing in or out until a service is given an edge", () => {
    const synthesis = synthesizeDatabase();
    expect([
      synthesis.count(VpcSecurityGroupIngressRule),
      synthesis.count(VpcSecurityGroupEgressRule),
    ]).toEqual([0, 0]);
  });

  test("is one security group", () => {
    const synthesis = synthesizeDatabase();
    expect(synthesis.only(SecurityGroup)).toMatchObject({ name_prefix: "test-orders-database-" });
    expect(synthesis.only(DbInstance)).toMatchObject({
      vpc_security_group_ids: ["${aws_security_group.orders_security_group.id}"],
    });
  });
});

describe("The parameters of a database", () => {
  test.each<[Partial<DatabaseProps>, string, string, string]>([
    [{}, "postgres17", "rds.force_ssl", "1"],
    [{ version: "16.4" }, "postgres16", "rds.force_ssl", "1"],
    [{ engine: "mysql" }, "mysql8.4", "require_secure_transport", "1"],
    [{ engine: "mysql", version: "8.0.40" }, "mysql8.0", "require_secure_transport", "1"],
  ])(
    "with %j are of family %s and refuse connections without TLS by %s = %s",
    (props, family, name, value) => {
      expect(synthesizeDatabase(props).only(DbParameterGroup)).toMatchObject({
        family,
        parameter: expect.arrayContaining([{ name, value, apply_method: "pending-reboot" }]),
      });
    },
  );

  test("are used by the instance", () => {
    expect(anInstance()).toMatchObject({
      parameter_group_name: "${aws_db_parameter_group.orders_parameter_group.name}",
    });
  });

  test("are replaced before they are deleted, under a name of their own", () => {
    expect(synthesizeDatabase().only(DbParameterGroup)).toMatchObject({
      name_prefix: "test-orders-",
      lifecycle: { create_before_destroy: true },
    });
  });
});

describe("The logs of a database", () => {
  test.each([
    ["postgres", ["postgresql", "upgrade"]],
    ["mysql", ["error", "slowquery"]],
  ] as const)("of %s have groups that exist before RDS would create them", (engine, logs) => {
    const synthesis = synthesizeDatabase({ engine });
    const groups = Object.values(synthesis.resources(CloudwatchLogGroup)).map((group) => group["name"]);
    expect(groups).toEqual(logs.map((log) => `/aws/rds/instance/test-orders/${log}`));
    expect(synthesis.only(DbInstance)["depends_on"]).toEqual(
      expect.arrayContaining(logs.map((log) => `aws_cloudwatch_log_group.orders_logs_${log}`)),
    );
  });

  test("take retention and key", () => {
    const synthesis = synthesizeDatabase({ logRetentionDays: 365, logEncryptionKeyArn: "arn:logs" });
    expect(synthesis.resource(CloudwatchLogGroup, "orders_logs_postgresql")).toMatchObject({
      retention_in_days: 365,
      kms_key_id: "arn:logs",
    });
  });
});

describe("The monitoring of a database", () => {
  test("has a role that RDS assumes with AWS's own policy", () => {
    const synthesis = synthesizeDatabase();
    expect(synthesis.only(IamRole)).toMatchObject({ name: "test-orders-monitoring" });
    expect(synthesis.only(IamRolePolicyAttachment)).toMatchObject({
      policy_arn: "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole",
    });
  });

  test("may write before the instance asks it to, because RDS refuses a role that may not", () => {
    expect(anInstance()["depends_on"]).toContain("aws_iam_role_policy_attachment.orders_monitoring_policy");
  });

  test("needs no role when it is off", () => {
    expect(synthesizeDatabase({ enhancedMonitoring: false }).count(IamRole)).toBe(0);
  });
});

describe("The key of a database", () => {
  test.each([
    [undefined, undefined],
    [true, { prevent_destroy: true }],
  ])("with preventDestroy %p has the lifecycle %j", (preventDestroy, lifecycle) => {
    expect(synthesizeDatabase({ preventDestroy }).only(KmsKey)["lifecycle"]).toEqual(lifecycle);
  });
});

describe("What services need of a database", () => {
  test.each([
    ["host", "${aws_db_instance.orders.address}"],
    ["databaseName", "orders"],
    ["secretArn", "${aws_db_instance.orders.master_user_secret[0].secret_arn}"],
    ["encryptionKeyArn", key],
  ] as const)("%s is %s", (attribute, value) => {
    expect(outputOf((stack) => aDatabase(stack)[attribute])).toBe(value);
  });

  test.each([
    [{ engine: "postgres" }, 5432],
    [{ engine: "mysql" }, 3306],
    [{ port: 7000 }, 7000],
  ] as const)("port with %j is %d", (props, port) => {
    let actual = 0;
    synthesize((stack) => (actual = aDatabase(stack, props).port));
    expect(actual).toBe(port);
  });
});

describe("The password of a database", () => {
  test("is rotated by RDS once a year, not at once", () => {
    expect(synthesizeDatabase().only(SecretsmanagerSecretRotation)).toMatchObject({
      secret_id: "${aws_db_instance.orders.master_user_secret[0].secret_arn}",
      rotate_immediately: false,
      rotation_rules: { automatically_after_days: 365 },
    });
  });

  test("is rotated as often as asked for", () => {
    expect(synthesizeDatabase({ passwordRotationDays: 30 }).only(SecretsmanagerSecretRotation)).toMatchObject(
      {
        rotation_rules: { automatically_after_days: 30 },
      },
    );
  });

  test.each([0, 1001, 1.5])("cannot be rotated after %p days", (passwordRotationDays) => {
    expect(() => synthesizeDatabase({ passwordRotationDays })).toThrow("passwordRotationDays");
  });
});

describe("The logs of a MySQL database", () => {
  test.each([
    ["slow_query_log", "1"],
    ["log_output", "FILE"],
  ])("are written before they are exported: %s = %s", (name, value) => {
    expect(synthesizeDatabase({ engine: "mysql" }).only(DbParameterGroup)).toMatchObject({
      parameter: expect.arrayContaining([{ name, value, apply_method: "pending-reboot" }]),
    });
  });
});
