import { text, texts } from "../values/reading";
import { type Value, type Values } from "../values/value";
import { arn } from "./arn";
import { type AwsContext, type Companion, type ResourceBehaviour } from "./behaviour";
import { uuid } from "./made-up-ids";
import { actualVersion, defaultOptionGroup, engineFamily, engineOf } from "./rds-engine";
import { managedSecret, masterUserSecret } from "./rds-managed-secret";
import { generatedName, templatedBehaviour } from "./templated-behaviour";

/**
 * Terraform's id is the resource id, which stays when an instance is renamed; people import by identifier.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html
 */
export const dbInstance: ResourceBehaviour = templatedBehaviour(
  "aws_db_instance",
  {
    identifier: generatedName("identifier"),
    identifier_prefix: "",
    resource_id: "db-{capitals:26}",
    id: "{resource_id}",
    arn: "arn:{partition}:rds:{region}:{account}:db:{identifier}",
    engine_version: actualVersion,
    engine_version_actual: actualVersion,
    engine_lifecycle_support: "open-source-rds-extended-support",
    port: (known) => engineOf(known).port,
    address: "{identifier}.{hex:12}.{region}.rds.{dnsSuffix}",
    endpoint: "{address}:{port}",
    hosted_zone_id: "Z{capitals:13}",
    license_model: (known) => engineOf(known).license,
    db_subnet_group_name: "default",
    availability_zone: zoneOf,
    vpc_security_group_ids: defaultGroup,
    parameter_group_name: (known) => `default.${engineFamily(known)}`,
    option_group_name: defaultOptionGroup,
    backup_retention_period: 0,
    backup_target: "region",
    backup_window: "03:12-03:42",
    maintenance_window: "sun:04:23-sun:04:53",
    ca_cert_identifier: "rds-ca-rsa2048-g1",
    database_insights_mode: "standard",
    master_user_secret: masterUserSecret,
    kms_key_id: (known, aws) => (known["storage_encrypted"] === true ? managedKey(aws, "aws/rds") : ""),
    performance_insights_kms_key_id: (known, aws) => (watches(known) ? managedKey(aws, "aws/rds") : ""),
    performance_insights_retention_period: (known) => (watches(known) ? 7 : 0),
    storage_type: (known) => (Number(known["iops"] ?? 0) > 0 ? "io1" : "gp2"),
    iops: (known) => (text(known, "storage_type") === "gp3" ? gp3(known).iops : 0),
    storage_throughput: (known) => (text(known, "storage_type") === "gp3" ? gp3(known).throughput : 0),
    multi_az: false,
    network_type: "IPV4",
    status: "available",
    replicas: [],
  },
  {
    importId: "{identifier}",
    // RDS takes a new minor version by itself: a stack that names a major version only sees it here, and nowhere else.
    read: (stored) =>
      text(stored, "engine_version") === undefined
        ? stored
        : { ...stored, engine_version_actual: actualOf(stored) },
    companions: managedSecret,
    keptAfterDestroy: ({ values }) => [...finalSnapshot(values), ...automatedBackup(values)],
  },
);

/** An upgrade shows up in the actual version; an unchanged wish leaves it alone. */
function actualOf(stored: Values): Value {
  const asked = text(stored, "engine_version") ?? "";
  const actual = text(stored, "engine_version_actual") ?? "";
  return actual.startsWith(asked) ? actual : actualVersion(stored);
}

/** The zone of the first subnet of the group; a second instance in another zone does not show. */
function zoneOf(known: Values, { cloud, region }: AwsContext): string {
  const group = cloud.find("aws_db_subnet_group", "name", text(known, "db_subnet_group_name") ?? "");
  const zones = texts(group?.values ?? {}, "subnet_ids").flatMap((id) => {
    const subnet = cloud.find("aws_subnet", "id", id);
    return subnet ? [text(subnet.values, "availability_zone") ?? ""] : [];
  });
  return [...zones].sort()[0] ?? `${region}a`;
}

/** Without groups, an instance gets the default one of its VPC. */
function defaultGroup(known: Values, { cloud }: AwsContext): readonly string[] {
  const group = cloud.find("aws_db_subnet_group", "name", text(known, "db_subnet_group_name") ?? "");
  const vpc = cloud.find("aws_vpc", "id", text(group?.values ?? {}, "vpc_id") ?? "");
  const id = text(vpc?.values ?? {}, "default_security_group_id");
  return id === undefined ? [] : [id];
}

function managedKey(aws: AwsContext, alias: string): string {
  return arn(aws, "kms", `key/${uuid(aws, alias)}`);
}

function watches(known: Values): boolean {
  return known["performance_insights_enabled"] === true;
}

/** @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html#gp3-storage */
function gp3(known: Values): { readonly iops: number; readonly throughput: number } {
  const from = text(known, "engine")?.startsWith("oracle") ? 200 : 400;
  const isLarge =
    Number(known["allocated_storage"] ?? 0) >= from && !text(known, "engine")?.startsWith("sqlserver");
  return isLarge ? { iops: 12000, throughput: 500 } : { iops: 3000, throughput: 125 };
}

type Remains = readonly (Companion & { readonly because: string })[];

function finalSnapshot(values: Values): Remains {
  const name = text(values, "final_snapshot_identifier");
  if (values["skip_final_snapshot"] === true || name === undefined) return [];
  return [
    {
      ...snapshot(values, name, "manual"),
      because: "the final snapshot of a database that does not skip it",
    },
  ];
}

/** @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.Retaining.html */
function automatedBackup(values: Values): Remains {
  if (values["delete_automated_backups"] !== false || !(Number(values["backup_retention_period"] ?? 0) > 0))
    return [];
  const name = `rds:${text(values, "identifier") ?? ""}-2026-01-01-03-12`;
  const because = "delete_automated_backups = false retains the automated backups";
  return [{ ...snapshot(values, name, "automated"), because }];
}

function snapshot(values: Values, name: string, kind: string): Companion {
  const same = [
    "allocated_storage",
    "availability_zone",
    "engine",
    "iops",
    "kms_key_id",
    "license_model",
  ].map((attribute) => [attribute, values[attribute] ?? null] as const);
  return {
    type: "aws_db_snapshot",
    values: {
      ...Object.fromEntries(same),
      id: name,
      db_snapshot_identifier: name,
      db_snapshot_arn: (text(values, "arn") ?? "").replace(/:db:.*$/, `:snapshot:${name}`),
      db_instance_identifier: text(values, "identifier") ?? "",
      encrypted: values["storage_encrypted"] === true,
      engine_version: text(values, "engine_version_actual") ?? "",
      option_group_name: text(values, "option_group_name") ?? "",
      port: values["port"] ?? null,
      region: text(values, "region") ?? null,
      snapshot_type: kind,
      status: "available",
      storage_type: text(values, "storage_type") ?? "",
      tags: values["copy_tags_to_snapshot"] === true ? (values["tags"] ?? null) : null,
    },
  };
}
