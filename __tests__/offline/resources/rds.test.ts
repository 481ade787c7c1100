import { rdsBehaviours } from "../../../offline/resources/rds";
import { type Values } from "../../../offline/values/value";
import { anAws, behaviourOf, existing, make } from "./make";

const database: Values = { identifier: "dev-app", engine: "postgres", engine_version: "17" };
const db = (given: Values = {}) => make(rdsBehaviours, "aws_db_instance", { ...database, ...given });
const instances = behaviourOf(rdsBehaviours, "aws_db_instance");
const remains = (given: Values) =>
  instances.keptAfterDestroy?.(existing("aws_db_instance", db(given)), anAws()) ?? [];

describe("RDS identity", () => {
  test.each<[string, Values, string, string]>([
    ["aws_db_subnet_group", { name: "app" }, "app", "subgrp:app"],
    ["aws_db_parameter_group", { name: "app" }, "app", "pg:app"],
    ["aws_db_option_group", { name: "app" }, "app", "og:app"],
    ["aws_rds_cluster", { cluster_identifier: "app" }, "app", "cluster:app"],
    ["aws_rds_cluster_instance", { identifier: "app-1" }, "app-1", "db:app-1"],
    ["aws_rds_cluster_parameter_group", { name: "app" }, "app", "cluster-pg:app"],
    ["aws_db_event_subscription", { name: "app" }, "app", "es:app"],
  ])("%s has AWS's id and ARN", (type, given, id, resource) => {
    expect(make(rdsBehaviours, type, given)).toMatchObject({
      id,
      arn: `arn:aws:rds:eu-west-1:111111111111:${resource}`,
    });
  });

  test("a parameter group gets a name from its prefix", () => {
    const { name, arn } = make(rdsBehaviours, "aws_db_parameter_group", { name_prefix: "prod-app-" });
    expect(name).toMatch(/^prod-app-\d{26}$/);
    expect(arn).toBe(`arn:aws:rds:eu-west-1:111111111111:pg:${String(name)}`);
  });
});

describe("aws_db_instance", () => {
  test("has its resource id as id, and its identifier in the ARN", () => {
    const made = db();
    expect(made["id"]).toMatch(/^db-[A-Z0-9]{26}$/);
    expect(made["resource_id"]).toBe(made["id"]);
    expect(made["arn"]).toBe("arn:aws:rds:eu-west-1:111111111111:db:dev-app");
  });

  test("is imported by its identifier", () => {
    expect(instances.importId?.(db())).toBe("dev-app");
  });

  test("has an address in its region", () => {
    expect(db()["address"]).toMatch(/^dev-app\.[a-z0-9]{12}\.eu-west-1\.rds\.amazonaws\.com$/);
  });

  test("has the configured port in its endpoint", () => {
    const { address, endpoint } = db({ port: 6543 });
    expect(endpoint).toBe(`${String(address)}:6543`);
  });

  test.each([
    ["postgres", 5432],
    ["mysql", 3306],
    ["mariadb", 3306],
    ["sqlserver-ex", 1433],
    ["oracle-se2", 1521],
  ])("%s listens on %p", (engine, port) => {
    expect(make(rdsBehaviours, "aws_db_instance", { identifier: "x", engine })["port"]).toBe(port);
  });

  test.each([
    ["postgres", "17", "17.6", "default.postgres17", "default:postgres-17"],
    ["postgres", "16.4", "16.4", "default.postgres16", "default:postgres-16"],
    ["mysql", "8.0", "8.0.43", "default.mysql8.0", "default:mysql-8-0"],
  ])("%s %s runs %s with the groups of its family", (engine, engine_version, actual, parameters, options) => {
    expect(db({ engine, engine_version })).toMatchObject({
      engine_version,
      engine_version_actual: actual,
      parameter_group_name: parameters,
      option_group_name: options,
    });
  });

  test("shows the upgraded version when asked later", () => {
    const upgraded = { ...db({ engine_version: "16.4" }), engine_version: "17" };
    expect(instances.read?.(upgraded, anAws())).toMatchObject({ engine_version_actual: "17.6" });
  });

  test("does not fall back to our newest minor version when asked later", () => {
    const patched = { ...db(), engine_version_actual: "17.9" };
    expect(instances.read?.(patched, anAws())).toMatchObject({ engine_version_actual: "17.9" });
  });

  test("lives in the first zone of its subnet group", () => {
    const aws = anAws([
      existing("aws_db_subnet_group", { name: "app", subnet_ids: ["subnet-c", "subnet-b"] }),
      existing("aws_subnet", { id: "subnet-b", availability_zone: "eu-west-1b" }),
      existing("aws_subnet", { id: "subnet-c", availability_zone: "eu-west-1c" }),
    ]);
    const made = make(rdsBehaviours, "aws_db_instance", { ...database, db_subnet_group_name: "app" }, aws);
    expect(made["availability_zone"]).toBe("eu-west-1b");
  });

  test("without groups of its own gets the default group of its VPC", () => {
    const aws = anAws([
      existing("aws_db_subnet_group", { name: "app", vpc_id: "vpc-1" }),
      existing("aws_vpc", { id: "vpc-1", default_security_group_id: "sg-default" }),
    ]);
    const made = make(rdsBehaviours, "aws_db_instance", { ...database, db_subnet_group_name: "app" }, aws);
    expect(made["vpc_security_group_ids"]).toEqual(["sg-default"]);
  });

  test.each([
    [100, 3000, 125],
    [400, 12000, 500],
  ])("with %p GiB of gp3 gets %p IOPS", (allocated_storage, iops, storage_throughput) => {
    expect(db({ storage_type: "gp3", allocated_storage })).toMatchObject({ iops, storage_throughput });
  });

  test("is encrypted with RDS's own key when no key is named", () => {
    expect(db({ storage_encrypted: true })["kms_key_id"]).toMatch(
      /^arn:aws:kms:eu-west-1:111111111111:key\/[0-9a-f-]{36}$/,
    );
  });
});

describe("The master user's secret", () => {
  const made = db({ manage_master_user_password: true, master_user_secret_kms_key_id: "arn:key" });

  test("is one secret with the chosen key", () => {
    expect(made["master_user_secret"]).toEqual([
      {
        secret_arn: expect.stringMatching(
          /^arn:aws:secretsmanager:eu-west-1:111111111111:secret:rds!db-[0-9a-f-]{36}-\w{6}$/,
        ),
        kms_key_id: "arn:key",
        secret_status: "active",
      },
    ]);
  });

  test("comes with the instance", () => {
    const [secret] = instances.companions?.(made, anAws()) ?? [];
    expect(secret).toMatchObject({
      type: "aws_secretsmanager_secret",
      values: { name: expect.stringMatching(/^rds!db-[0-9a-f-]{36}$/), kms_key_id: "arn:key" },
    });
    expect(made["master_user_secret"]).toMatchObject([{ secret_arn: secret?.values["arn"] }]);
  });

  test("holds a login that says it is made up", () => {
    const [, version] = instances.companions?.(db({ ...made, username: "shop" }), anAws()) ?? [];
    expect(version).toMatchObject({ type: "aws_secretsmanager_secret_version" });
    expect(JSON.parse(String(version?.values["secret_string"]))).toEqual({
      username: "shop",
      password: expect.stringMatching(/^offline-\w{20}$/),
    });
  });

  test("is not there when the configuration sets the password", () => {
    const plain = db({ password: "secret" });
    expect([plain["master_user_secret"], instances.companions?.(plain, anAws())]).toEqual([[], []]);
  });
});

describe("What a destroyed aws_db_instance leaves", () => {
  test("is its final snapshot", () => {
    expect(remains({ final_snapshot_identifier: "dev-app-final" })).toMatchObject([
      {
        type: "aws_db_snapshot",
        values: {
          id: "dev-app-final",
          db_snapshot_arn: "arn:aws:rds:eu-west-1:111111111111:snapshot:dev-app-final",
          db_instance_identifier: "dev-app",
          snapshot_type: "manual",
        },
      },
    ]);
  });

  test("is nothing when it skips the final snapshot", () => {
    expect(remains({ skip_final_snapshot: true, final_snapshot_identifier: "dev-app-final" })).toEqual([]);
  });

  test("is its automated backup when it does not delete them", () => {
    const given = { skip_final_snapshot: true, delete_automated_backups: false, backup_retention_period: 7 };
    expect(remains(given)).toMatchObject([{ values: { snapshot_type: "automated" } }]);
  });

  test("is no automated backup when there never was one", () => {
    const given = { skip_final_snapshot: true, delete_automated_backups: false, backup_retention_period: 0 };
    expect(remains(given)).toEqual([]);
  });
});

describe("aws_rds_cluster", () => {
  const cluster = make(rdsBehaviours, "aws_rds_cluster", {
    cluster_identifier: "app",
    engine: "aurora-postgresql",
    manage_master_user_password: true,
  });

  test("has a writer's and a readers' address", () => {
    expect(cluster["endpoint"]).toMatch(/^app\.cluster-\w{12}\.eu-west-1\.rds\.amazonaws\.com$/);
    expect(cluster["reader_endpoint"]).toMatch(/^app\.cluster-ro-\w{12}\.eu-west-1\.rds\.amazonaws\.com$/);
  });

  test("keeps its password in a secret of its own kind", () => {
    expect(cluster["master_user_secret"]).toMatchObject([
      { secret_arn: expect.stringContaining("secret:rds!cluster-") },
    ]);
  });

  test("writes through its first instance only", () => {
    const first = existing("aws_rds_cluster_instance", { cluster_identifier: "app" });
    const given = { identifier: "app-x", cluster_identifier: "app" };
    const writers = [anAws(), anAws([first])].map(
      (aws) => make(rdsBehaviours, "aws_rds_cluster_instance", given, aws)["writer"],
    );
    expect(writers).toEqual([true, false]);
  });
});

describe("aws_db_subnet_group", () => {
  test("knows the VPC of its subnets", () => {
    const aws = anAws([existing("aws_subnet", { id: "subnet-a", vpc_id: "vpc-1" })]);
    const made = make(rdsBehaviours, "aws_db_subnet_group", { name: "app", subnet_ids: ["subnet-a"] }, aws);
    expect(made["vpc_id"]).toBe("vpc-1");
  });
});

describe("aws_db_parameter_group", () => {
  test.each([
    [true, 1],
    [null, 0],
  ])("with skip_destroy = %p leaves %p behind", (skip_destroy, count) => {
    const group = existing("aws_db_parameter_group", { name: "app", skip_destroy });
    const behaviour = behaviourOf(rdsBehaviours, "aws_db_parameter_group");
    expect(behaviour.keptAfterDestroy?.(group, anAws())).toHaveLength(count);
  });
});
