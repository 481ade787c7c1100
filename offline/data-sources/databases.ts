import { zonesOf } from "../regions/regions";
import { type AwsContext } from "../resources/behaviour";
import { engineNamed } from "../resources/rds-engine";
import { asText } from "../values/reading";
import { type Value, type Values } from "../values/value";
import { type DataSource } from "./data-source";
import { tagsOf } from "./existing";
import { listed, lookup, same } from "./lookup";

const instance = lookup({
  type: "aws_db_instance",
  noun: "RDS DB Instance",
  by: { db_instance_identifier: ({ identifier, arn }) => [identifier ?? null, arn ?? null] },
  none: (configuration) => {
    const asked = asText(configuration["db_instance_identifier"]);
    if (asked === undefined)
      return { code: "DBInstanceNotFound", message: "no matching RDS DB Instance found" };
    return { code: "DBInstanceNotFound", message: `DBInstance ${asked} not found.` };
  },
  answer: {
    ...same("id=identifier address allocated_storage auto_minor_version_upgrade availability_zone"),
    ...same(
      "backup_retention_period ca_cert_identifier database_insights_mode db_instance_arn=arn db_name endpoint",
    ),
    ...same(
      "db_instance_class=instance_class db_instance_identifier=identifier db_instance_port=port engine iops",
    ),
    ...same("db_subnet_group=db_subnet_group_name enabled_cloudwatch_logs_exports hosted_zone_id kms_key_id"),
    ...same(
      "license_model master_user_secret master_username=username max_allocated_storage monitoring_interval",
    ),
    ...same("monitoring_role_arn multi_az network_type port preferred_backup_window=backup_window"),
    ...same(
      "preferred_maintenance_window=maintenance_window publicly_accessible resource_id storage_encrypted",
    ),
    ...same(
      "replicate_source_db storage_throughput storage_type timezone vpc_security_groups=vpc_security_group_ids",
    ),
    engine_version: ({ engine_version_actual: actual, engine_version: asked }) => asText(actual) ?? asked,
    db_parameter_groups: ({ parameter_group_name: name }) => listed(name),
    option_group_memberships: ({ option_group_name: name }) => listed(name),
    tags: tagsOf,
  },
});

const subnetGroup = lookup({
  type: "aws_db_subnet_group",
  noun: "RDS DB Subnet Group",
  by: same("name"),
  none: () => ({ code: "DBSubnetGroupNotFoundFault", message: "no matching RDS DB Subnet Group found" }),
  answer: {
    ...same("id=name arn name description subnet_ids supported_network_types vpc_id"),
    status: () => "Complete",
  },
});

/** Snapshots that stacks made, and those that AWS kept of a deleted database. */
const snapshot = lookup({
  type: "aws_db_snapshot",
  noun: "RDS DB Snapshot",
  by: same("db_instance_identifier db_snapshot_identifier snapshot_type"),
  none: () => ({
    code: "DBSnapshotNotFound",
    message: "Your query returned no results. Please change your search criteria and try again.",
  }),
  choose: (found, configuration) => (configuration["most_recent"] === true ? found.at(-1) : undefined),
  answer: {
    ...same(
      "id=db_snapshot_identifier allocated_storage availability_zone db_instance_identifier db_snapshot_arn",
    ),
    ...same(
      "db_snapshot_identifier encrypted engine engine_version iops kms_key_id license_model option_group_name",
    ),
    ...same(
      "original_snapshot_create_time port snapshot_create_time snapshot_type source_db_snapshot_identifier",
    ),
    ...same("source_region storage_type vpc_id"),
    status: ({ status }) => asText(status) ?? "available",
    tags: tagsOf,
  },
});

interface EngineVersion {
  readonly version: string;
  readonly family: string;
}

/** Engines whose versions have families of parameter groups, and that a layout asks for. */
const engines = ["postgres", "mysql", "mariadb", "aurora-postgresql", "aurora-mysql"];

/** The newest minor version of each major one, newest last. One of the right major number exists whatever its minor number. */
function versionsOf(engine: string, asked: string | undefined): readonly EngineVersion[] {
  const minors = engines.includes(engine) ? Object.entries(engineNamed(engine)?.minors ?? {}) : [];
  const rows = minors
    .map(([major, version]) => ({ version, family: `${engine}${major}` }))
    .sort((a, b) => a.version.localeCompare(b.version, "en", { numeric: true }));
  if (asked === undefined) return rows;
  const sameMajor = rows.filter(({ family }) => belongsTo(asked, family.slice(engine.length)));
  return sameMajor.map((row) => (belongsTo(row.version, asked) ? row : { ...row, version: asked }));
}

function belongsTo(version: string, prefix: string): boolean {
  return version === prefix || version.startsWith(`${prefix}.`);
}

const engineVersion: DataSource = {
  type: "aws_rds_engine_version",
  read(configuration) {
    const engine = asText(configuration["engine"]) ?? "";
    const family = asText(configuration["parameter_group_family"]);
    const preferred = configuration["preferred_versions"];
    const wanted =
      Array.isArray(preferred) && preferred.length > 0 ? preferred : [configuration["version"] ?? null];
    const found = wanted
      .map((version: Value) =>
        versionsOf(engine, asText(version))
          .filter((row) => row.family === (family ?? row.family))
          .at(-1),
      )
      .find((row: EngineVersion | undefined) => row !== undefined);
    if (!found) {
      const message = "no RDS engine versions match the criteria and preferred versions";
      return {
        refusal: {
          code: "InvalidParameterCombination",
          message,
          advice: "Offline, these are known: " + knownVersions(),
        },
      };
    }
    return {
      assumed: `RDS engine version ${engine} ${found.version}`,
      values: {
        id: found.version,
        version: found.version,
        version_actual: found.version,
        parameter_group_family: found.family,
        version_description: `${engine} ${found.version}`,
        engine_description: engine,
        status: "available",
        exportable_log_types: engine.includes("postgres")
          ? ["postgresql", "upgrade"]
          : ["audit", "error", "general", "slowquery"],
        supported_modes: ["provisioned"],
        supports_log_exports_to_cloudwatch: true,
        supports_read_replica: true,
        supports_global_databases: engine.startsWith("aurora"),
        supports_certificate_rotation_without_restart: true,
        ...Object.fromEntries(listsOfVersions.map((name) => [name, []])),
      },
    };
  },
};

const listsOfVersions = [
  "supported_character_sets",
  "supported_feature_names",
  "supported_timezones",
  "valid_major_targets",
  "valid_minor_targets",
  "valid_upgrade_targets",
];

function knownVersions(): string {
  const known = engines.map((engine) => {
    const versions = versionsOf(engine, undefined).map(({ version }) => version);
    return `${engine} ${versions.join(", ")}`;
  });
  return `${known.join("; ")}.`;
}

/** Every class of a known generation is offered for every known engine; only AWS knows where it is not. */
const orderable: DataSource = {
  type: "aws_rds_orderable_db_instance",
  read(configuration, aws) {
    const engine = asText(configuration["engine"]) ?? "";
    const version = versionsOf(engine, asText(configuration["engine_version"])).at(-1)?.version;
    const preferred = configuration["preferred_instance_classes"];
    const first: Value | undefined = Array.isArray(preferred) ? preferred[0] : undefined;
    const instanceClass = asText(configuration["instance_class"]) ?? asText(first);
    if (version === undefined || !/^db\.[a-z0-9]+\.[a-z0-9]+$/.test(instanceClass ?? "")) {
      const message = "no RDS DB Instance Classes match the criteria; try different search";
      return {
        refusal: {
          code: "InvalidParameterCombination",
          message,
          advice: "Correct engine, version and class.",
        },
      };
    }
    return {
      assumed: `RDS instance class ${instanceClass ?? ""} for ${engine} ${version}`,
      values: {
        id: instanceClass ?? "",
        ...orderableShape(configuration, aws),
        engine_version: version,
        instance_class: instanceClass ?? "",
      },
    };
  },
};

function orderableShape(configuration: Values, aws: AwsContext): Values {
  const asked = Object.fromEntries(Object.entries(configuration).filter(([, value]) => value !== null));
  return {
    availability_zones: zonesOf(aws.region).map(({ name }) => name),
    license_model: "general-public-license",
    storage_type: "gp3",
    min_storage_size: 20,
    max_storage_size: 65_536,
    multi_az_capable: true,
    outpost_capable: false,
    read_replica_capable: true,
    supported_engine_modes: ["provisioned"],
    supported_network_types: ["IPV4", "DUAL"],
    supports_clusters: false,
    supports_enhanced_monitoring: true,
    supports_global_databases: false,
    supports_iam_database_authentication: true,
    supports_iops: false,
    supports_kerberos_authentication: true,
    supports_multi_az: true,
    supports_performance_insights: true,
    supports_storage_autoscaling: true,
    supports_storage_encryption: true,
    vpc: true,
    ...asked,
  };
}

export const databaseDataSources: readonly DataSource[] = [
  instance,
  subnetGroup,
  snapshot,
  engineVersion,
  orderable,
];
