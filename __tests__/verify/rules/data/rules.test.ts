import { dataRules } from "../../../../verify/rules/data/rules";
import { describeRules, findingsInOurs, type RuleCase } from "../../../support/rule-cases";

type Body = Readonly<Record<string, unknown>>;

const instance = (body: Body, others: RuleCase = {}): RuleCase => ({
  ...others,
  "aws_db_instance.app": body,
});
const cluster = (body: Body, others: RuleCase = {}): RuleCase => ({ ...others, "aws_rds_cluster.app": body });
const member = (body: Body, others: RuleCase = {}): RuleCase => ({
  ...others,
  "aws_rds_cluster_instance.app": { cluster_identifier: "${aws_rds_cluster.app.id}", ...body },
});
const noDatabase: RuleCase = { "aws_db_subnet_group.app": { subnet_ids: [] } };
const replica = { replicate_source_db: "orders" };

const vpc = { "aws_vpc.main": { cidr_block: "10.0.0.0/16" } };
const subnetOf = (others: RuleCase, group = "${[aws_subnet.data.id]}"): RuleCase => ({
  ...vpc,
  "aws_subnet.data": { vpc_id: "${aws_vpc.main.id}" },
  "aws_internet_gateway.main": { vpc_id: "${aws_vpc.main.id}" },
  "aws_db_subnet_group.app": { subnet_ids: group },
  ...others,
});
const ownTable: RuleCase = {
  "aws_route_table.data": { vpc_id: "${aws_vpc.main.id}" },
  "aws_route_table_association.data": {
    subnet_id: "${aws_subnet.data.id}",
    route_table_id: "${aws_route_table.data.id}",
  },
};
const toInternet = { cidr_block: "0.0.0.0/0", gateway_id: "${aws_internet_gateway.main.id}" };

const group = (parameter: unknown): RuleCase => ({
  "aws_db_parameter_group.app": { name: "app", family: "postgres17", parameter },
});
const postgres = { engine: "postgres", parameter_group_name: "${aws_db_parameter_group.app.name}" };

const key = "${aws_kms_key.data.arn}";
const keys: RuleCase = { "aws_kms_key.data": {} };

describeRules(dataRules, {
  "databases-are-private": {
    passes: {
      "a flag that is false": instance({ publicly_accessible: false }),
      "an instance of a cluster without the flag": member({}),
    },
    fails: {
      "a public address": [
        instance({ publicly_accessible: true }),
        "aws_db_instance.app publicly_accessible: true",
      ],
      "an instance of a cluster": [
        member({ publicly_accessible: true }),
        "aws_rds_cluster_instance.app publicly_accessible: true",
      ],
      "a flag that the files do not tell": [
        instance({ publicly_accessible: "${var.public}" }),
        "aws_db_instance.app publicly_accessible: var.public",
      ],
    },
    isNotAbout: { "files without databases": noDatabase },
  },
  "database-subnets-are-isolated": {
    passes: {
      "a route table without routes": subnetOf(ownTable),
      "a route to a NAT gateway": subnetOf({
        ...ownTable,
        "aws_route.out": { route_table_id: "${aws_route_table.data.id}", nat_gateway_id: "nat-1" },
      }),
      "a subnet with the main route table, which has no routes": subnetOf({}),
      "a database that names its group": subnetOf({
        "aws_db_instance.app": { db_subnet_group_name: "${aws_db_subnet_group.app.name}" },
      }),
      "an internet route of another table": subnetOf({
        ...ownTable,
        "aws_route_table.public": { route: [toInternet] },
      }),
    },
    fails: {
      "a route in the table": [
        subnetOf({ ...ownTable, "aws_route_table.data": { route: [toInternet] } }),
        "aws_db_subnet_group.app subnet_ids: aws_subnet.data with aws_route_table.data",
      ],
      "a route of its own": [
        subnetOf({
          ...ownTable,
          "aws_route.out": { route_table_id: "${aws_route_table.data.id}", ...toInternet },
        }),
        "aws_db_subnet_group.app subnet_ids: aws_subnet.data with aws_route.out",
      ],
      "a route in the default table of the VPC": [
        subnetOf({
          "aws_default_route_table.main": {
            default_route_table_id: "${aws_vpc.main.default_route_table_id}",
            route: [toInternet],
          },
        }),
        "aws_db_subnet_group.app subnet_ids: aws_subnet.data with aws_default_route_table.main",
      ],
      "a main table that leads out": [
        subnetOf({
          "aws_route_table.public": { route: [toInternet] },
          "aws_main_route_table_association.main": {
            vpc_id: "${aws_vpc.main.id}",
            route_table_id: "${aws_route_table.public.id}",
          },
        }),
        "aws_db_subnet_group.app subnet_ids: aws_subnet.data with aws_route_table.public",
      ],
      "a gateway that the files do not tell": [
        subnetOf({ ...ownTable, "aws_route_table.data": { route: { gateway_id: "${var.gateway}" } } }),
        "aws_db_subnet_group.app subnet_ids: aws_subnet.data with aws_route_table.data",
      ],
      "a database in the default VPC": [instance({}), "aws_db_instance.app db_subnet_group_name: nothing"],
      "a database in a group of others": [
        cluster({ db_subnet_group_name: "shared" }),
        'aws_rds_cluster.app db_subnet_group_name: "shared"',
      ],
      "subnets that the files do not tell": [
        subnetOf({}, "${var.subnets}"),
        "aws_db_subnet_group.app subnet_ids: var.subnets, whose routes these files do not tell",
      ],
    },
    isNotAbout: {
      "files without databases": vpc,
      "replicas, which are where their source is": instance(replica),
    },
  },
  "databases-force-tls": {
    passes: {
      "PostgreSQL with rds.force_ssl": instance(postgres, group([{ name: "rds.force_ssl", value: "1" }])),
      "a group that is named by its text": instance(
        { engine: "postgres", parameter_group_name: "app" },
        group({ name: "rds.force_ssl", value: 1 }),
      ),
      "Aurora MySQL with require_secure_transport": cluster(
        {
          engine: "aurora-mysql",
          db_cluster_parameter_group_name: "${aws_rds_cluster_parameter_group.a.id}",
        },
        {
          "aws_rds_cluster_parameter_group.a": {
            parameter: [{ name: "require_secure_transport", value: "ON" }],
          },
        },
      ),
    },
    fails: {
      "no group": [instance({ engine: "mysql" }), "aws_db_instance.app parameter_group_name: nothing"],
      "a group without the parameter": [
        instance(postgres, group([])),
        "aws_db_instance.app parameter_group_name: nothing in aws_db_parameter_group.app",
      ],
      "a group that switches it off": [
        instance(postgres, group([{ name: "rds.force_ssl", value: "0" }])),
        'aws_db_instance.app parameter_group_name: "0" in aws_db_parameter_group.app',
      ],
      "a group that names it twice": [
        instance(
          postgres,
          group([
            { name: "rds.force_ssl", value: "1" },
            { name: "rds.force_ssl", value: "0" },
          ]),
        ),
        'aws_db_instance.app parameter_group_name: "0" in aws_db_parameter_group.app',
      ],
      "the default group of a cluster": [
        cluster({
          engine: "aurora-postgresql",
          db_cluster_parameter_group_name: "default.aurora-postgresql16",
        }),
        'aws_rds_cluster.app db_cluster_parameter_group_name: "default.aurora-postgresql16"',
      ],
      "no engine, of a database from a snapshot": [
        instance({ snapshot_identifier: "app-final" }),
        "aws_db_instance.app engine: nothing",
      ],
      "an engine that the files do not tell": [
        instance({ engine: "${var.engine}" }),
        "aws_db_instance.app engine: var.engine",
      ],
    },
    isNotAbout: {
      "engines with options of their own": instance({ engine: "oracle-ee" }),
      "replicas, which have the engine of their source": instance(replica),
    },
  },
  "databases-are-encrypted": {
    passes: { "encrypted storage": cluster({ storage_encrypted: true }) },
    fails: {
      "nothing said": [instance({}), "aws_db_instance.app storage_encrypted: nothing, which means false"],
      "a cluster": [cluster({ storage_encrypted: false }), "aws_rds_cluster.app storage_encrypted: false"],
      "a flag that the files do not tell": [
        instance({ storage_encrypted: "${var.encrypted}" }),
        "aws_db_instance.app storage_encrypted: var.encrypted",
      ],
    },
    isNotAbout: { "files without databases": noDatabase },
  },
  "database-passwords-are-managed": {
    passes: { "a managed password": instance({ manage_master_user_password: true }) },
    fails: {
      "no password at all": [
        cluster({}),
        "aws_rds_cluster.app manage_master_user_password: nothing, which means false",
      ],
      "a password as text, which is not shown": [
        instance({ password: "correct horse" }),
        "aws_db_instance.app password: a text, not shown",
      ],
      "a database that may be a replica": [
        instance({ replicate_source_db: "${var.source}" }),
        "aws_db_instance.app manage_master_user_password: nothing, which means false",
      ],
      "a password from a variable": [
        cluster({ master_password: "${var.password}" }),
        "aws_rds_cluster.app master_password: var.password",
      ],
      "a password that only the state does not hold": [
        instance({ password_wo: "correct horse" }),
        "aws_db_instance.app password_wo: a text, not shown",
      ],
    },
    isNotAbout: { "replicas, which have their source's": instance(replica) },
  },
  "databases-authenticate-with-iam": {
    passes: { "IAM switched on": instance({ iam_database_authentication_enabled: true }) },
    fails: {
      "nothing said": [
        cluster({ engine: "aurora-mysql" }),
        "aws_rds_cluster.app iam_database_authentication_enabled: nothing, which means false",
      ],
    },
    isNotAbout: { "engines without it": instance({ engine: "sqlserver-se" }) },
  },
  "databases-span-zones": {
    passes: {
      "an instance with a standby": instance({ multi_az: true }),
      "a cluster with two instances": {
        ...member({}, cluster({})),
        "aws_rds_cluster_instance.second": { cluster_identifier: "${aws_rds_cluster.app.id}" },
      },
      "a cluster with standbys of its own": cluster({ db_cluster_instance_class: "db.m7g.large" }),
    },
    fails: {
      "an instance alone": [instance({}), "aws_db_instance.app multi_az: nothing, which means false"],
      "a cluster of a kind that the files do not tell": [
        cluster({ db_cluster_instance_class: "${var.class}" }),
        "aws_rds_cluster.app : 0",
      ],
      "a cluster with one instance": [member({}, cluster({})), "aws_rds_cluster.app : 1"],
    },
    isNotAbout: { "replicas, which may be lost": instance(replica) },
  },
  "databases-are-deletion-protected": {
    passes: { "protected ones": cluster({ deletion_protection: true }) },
    fails: {
      "nothing said": [instance({}), "aws_db_instance.app deletion_protection: nothing, which means false"],
    },
    isNotAbout: { "instances of clusters": member({}) },
  },
  "databases-leave-a-snapshot": {
    passes: { "nothing said": instance({}), "said so": cluster({ skip_final_snapshot: false }) },
    fails: {
      "a skipped snapshot": [
        instance({ skip_final_snapshot: true }),
        "aws_db_instance.app skip_final_snapshot: true",
      ],
    },
    isNotAbout: { "replicas, which take none": instance({ ...replica, skip_final_snapshot: true }) },
  },
  "databases-keep-backups": {
    passes: {
      "a week": instance({ backup_retention_period: 7 }),
      text: cluster({ backup_retention_period: "14" }),
    },
    fails: {
      "six days": [
        instance({ backup_retention_period: 6 }),
        "aws_db_instance.app backup_retention_period: 6",
      ],
      "nothing said": [cluster({}), "aws_rds_cluster.app backup_retention_period: nothing"],
    },
    isNotAbout: { replicas: instance(replica) },
  },
  "databases-export-logs": {
    passes: { "one log": instance({ enabled_cloudwatch_logs_exports: ["postgresql"] }) },
    fails: {
      "no logs": [
        instance({ enabled_cloudwatch_logs_exports: [] }),
        "aws_db_instance.app enabled_cloudwatch_logs_exports: []",
      ],
      "logs that the files do not tell": [
        cluster({ enabled_cloudwatch_logs_exports: "${var.logs}" }),
        "aws_rds_cluster.app enabled_cloudwatch_logs_exports: var.logs",
      ],
    },
    isNotAbout: { "files without databases": noDatabase },
  },
  "databases-are-monitored": {
    passes: {
      "an interval": instance({ monitoring_interval: 60 }),
      "an instance whose cluster says it": member({}, cluster({ monitoring_interval: 30 })),
    },
    fails: {
      "no interval": [instance({ monitoring_interval: 0 }), "aws_db_instance.app monitoring_interval: 0"],
      "an instance whose cluster says nothing": [
        member({}, cluster({})),
        "aws_rds_cluster_instance.app monitoring_interval: nothing, which means 0",
      ],
    },
    isNotAbout: { "a cluster whose instances say it": cluster({}) },
  },
  "database-insights-have-a-key": {
    passes: {
      "insights with a key": instance(
        { performance_insights_enabled: true, performance_insights_kms_key_id: key },
        keys,
      ),
    },
    fails: {
      "neither, of a Multi-AZ cluster": [
        cluster({ db_cluster_instance_class: "db.m7g.large" }),
        "aws_rds_cluster.app performance_insights_enabled: nothing, which means false",
        "aws_rds_cluster.app performance_insights_kms_key_id: nothing",
      ],
      "a key that the files do not tell": [
        member({ performance_insights_enabled: true, performance_insights_kms_key_id: "${var.key}" }),
        "aws_rds_cluster_instance.app performance_insights_kms_key_id: var.key",
      ],
    },
    isNotAbout: { "a cluster whose instances say it": cluster({}) },
  },
  "databases-upgrade-themselves": {
    passes: { "nothing said": instance({}) },
    fails: {
      "switched off": [
        member({ auto_minor_version_upgrade: false }),
        "aws_rds_cluster_instance.app auto_minor_version_upgrade: false",
      ],
    },
    isNotAbout: { "clusters, whose instances do": cluster({}) },
  },
  "database-snapshots-carry-tags": {
    passes: { "copied tags": instance({ copy_tags_to_snapshot: true }) },
    fails: {
      "nothing said": [cluster({}), "aws_rds_cluster.app copy_tags_to_snapshot: nothing, which means false"],
    },
    isNotAbout: { "instances of clusters": member({}) },
  },
  "databases-have-their-own-port": {
    passes: { "another port": instance({ engine: "postgres", port: 6432 }) },
    fails: {
      "the usual port": [instance({ engine: "postgres", port: 5432 }), "aws_db_instance.app port: 5432"],
      "nothing said": [cluster({ engine: "aurora-mysql" }), "aws_rds_cluster.app port: nothing"],
    },
    isNotAbout: { "replicas, which have the engine of their source": instance(replica) },
  },
  "database-admins-have-their-own-name": {
    passes: { "a name of its own": instance({ username: "app_owner" }) },
    fails: {
      "the usual name": [instance({ username: "Postgres" }), 'aws_db_instance.app username: "Postgres"'],
      "the usual name in a cluster": [
        cluster({ master_username: "admin" }),
        'aws_rds_cluster.app master_username: "admin"',
      ],
    },
    isNotAbout: {
      "a database that is restored with its users": instance({ snapshot_identifier: "app-final" }),
    },
  },
  "caches-are-encrypted": {
    passes: {
      "both kinds": {
        "aws_elasticache_replication_group.a": {
          at_rest_encryption_enabled: "true",
          transit_encryption_enabled: true,
        },
      },
    },
    fails: {
      "at rest only": [
        { "aws_elasticache_replication_group.a": { at_rest_encryption_enabled: true } },
        "aws_elasticache_replication_group.a transit_encryption_enabled: nothing, which means false",
      ],
    },
    isNotAbout: { "files without caches": noDatabase },
  },
});

test("our environments pass, but for the port, which is advice", () => {
  const isPort = (finding: string): boolean => finding.startsWith("databases-have-their-own-port: ");
  expect(findingsInOurs(dataRules).filter((finding) => !isPort(finding))).toEqual([]);
});
