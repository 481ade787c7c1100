import { text } from "../values/reading";
import { type Values } from "../values/value";
import { addedTo } from "./added-blocks";
import { type ResourceBehaviour } from "./behaviour";
import { actualVersion, engineFamily, engineOf } from "./rds-engine";
import { managedSecret, masterUserSecret } from "./rds-managed-secret";
import { generatedName, templatedBehaviour } from "./templated-behaviour";

const zones = (_known: Values, { region }: { readonly region: string }) =>
  ["a", "b", "c"].map((letter) => region + letter);

/** @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBCluster.html */
const cluster = templatedBehaviour(
  "aws_rds_cluster",
  {
    cluster_identifier: generatedName("cluster_identifier"),
    cluster_identifier_prefix: "",
    id: "{cluster_identifier}",
    arn: "arn:{partition}:rds:{region}:{account}:cluster:{cluster_identifier}",
    cluster_resource_id: "cluster-{capitals:26}",
    cluster_members: [],
    availability_zones: zones,
    engine_version: actualVersion,
    engine_version_actual: actualVersion,
    engine_lifecycle_support: "open-source-rds-extended-support",
    port: (known) => engineOf(known).port,
    endpoint: "{cluster_identifier}.cluster-{hex:12}.{region}.rds.{dnsSuffix}",
    reader_endpoint: (known) => (text(known, "endpoint") ?? "").replace(".cluster-", ".cluster-ro-"),
    hosted_zone_id: "Z{capitals:13}",
    db_cluster_parameter_group_name: (known) => `default.${engineFamily(known)}`,
    db_subnet_group_name: "default",
    backup_retention_period: 1,
    preferred_backup_window: "03:12-03:42",
    preferred_maintenance_window: "sun:04:23-sun:04:53",
    ca_certificate_identifier: "rds-ca-rsa2048-g1",
    database_insights_mode: "standard",
    network_type: "IPV4",
    allocated_storage: 1,
    kms_key_id: (known) => (known["storage_encrypted"] === true ? (text(known, "kms_key_id") ?? "") : ""),
    master_user_secret: masterUserSecret,
    iam_roles: [],
    serverlessv2_scaling_configuration: addedTo("serverlessv2_scaling_configuration", {
      seconds_until_auto_pause: 300,
    }),
  },
  { companions: managedSecret, keptAfterDestroy: ({ values }) => finalSnapshot(values) },
);

function finalSnapshot(values: Values) {
  const name = text(values, "final_snapshot_identifier");
  if (values["skip_final_snapshot"] === true || name === undefined) return [];
  return [
    {
      type: "aws_db_cluster_snapshot",
      values: {
        id: name,
        db_cluster_snapshot_identifier: name,
        db_cluster_snapshot_arn: (text(values, "arn") ?? "").replace(
          /:cluster:.*$/,
          `:cluster-snapshot:${name}`,
        ),
        db_cluster_identifier: text(values, "cluster_identifier") ?? "",
        engine: text(values, "engine") ?? "",
        engine_version: text(values, "engine_version_actual") ?? "",
        region: text(values, "region") ?? null,
        snapshot_type: "manual",
        status: "available",
      },
      because: "the final snapshot of a database that does not skip it",
    },
  ];
}

const clusterInstance = templatedBehaviour("aws_rds_cluster_instance", {
  identifier: generatedName("identifier"),
  identifier_prefix: "",
  id: "{identifier}",
  arn: "arn:{partition}:rds:{region}:{account}:db:{identifier}",
  dbi_resource_id: "db-{capitals:26}",
  availability_zone: "{region}a",
  engine_version: actualVersion,
  engine_version_actual: actualVersion,
  port: (known) => engineOf(known).port,
  endpoint: "{identifier}.{hex:12}.{region}.rds.{dnsSuffix}",
  db_parameter_group_name: (known) => `default.${engineFamily(known)}`,
  db_subnet_group_name: (known, { cloud }) => {
    const owner = cloud.find(
      "aws_rds_cluster",
      "cluster_identifier",
      text(known, "cluster_identifier") ?? "",
    );
    return text(owner?.values ?? {}, "db_subnet_group_name") ?? "default";
  },
  ca_cert_identifier: "rds-ca-rsa2048-g1",
  network_type: "IPV4",
  preferred_backup_window: "03:12-03:42",
  preferred_maintenance_window: "sun:05:23-sun:05:53",
  writer: (known, { cloud }) =>
    !cloud
      .all("aws_rds_cluster_instance")
      .some(({ values }) => text(values, "cluster_identifier") === text(known, "cluster_identifier")),
});

const clusterParameterGroup = templatedBehaviour("aws_rds_cluster_parameter_group", {
  name: generatedName(),
  name_prefix: "",
  arn: "arn:{partition}:rds:{region}:{account}:cluster-pg:{name}",
  id: "{name}",
});

export const rdsClusterBehaviours: readonly ResourceBehaviour[] = [
  cluster,
  clusterInstance,
  clusterParameterGroup,
];
