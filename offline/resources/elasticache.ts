import { text, texts } from "../values/reading";
import { type Values } from "../values/value";
import { type AwsContext, type ResourceBehaviour } from "./behaviour";
import { templatedBehaviour } from "./templated-behaviour";

/** `eu-west-1` is `euw1`, `ap-southeast-2` is `apse2` in addresses of caches. */
function shortRegion(region: string): string {
  const [area = "", direction = "", number = ""] = region.split("-");
  return `${area}${direction.replace(/(north|south|east|west|central)/g, (word) => word.charAt(0))}${number}`;
}

const versions: Readonly<Record<string, string>> = { redis: "7.1", valkey: "8.1", memcached: "1.6.22" };
const version = (known: Values): string => versions[text(known, "engine") ?? "redis"] ?? "7.1";
const family = (known: Values): string => {
  const [major = "7"] = (text(known, "engine_version") ?? version(known)).split(".");
  return `${text(known, "engine") ?? "redis"}${major}`;
};

const windows = { maintenance_window: "sun:05:00-sun:06:00", snapshot_window: "03:30-04:30" };

/** @see https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ReplicationGroup.html */
const replicationGroup = templatedBehaviour(
  "aws_elasticache_replication_group",
  {
    id: "{replication_group_id}",
    arn: "arn:{partition}:elasticache:{region}:{account}:replicationgroup:{replication_group_id}",
    engine: "redis",
    engine_version: version,
    engine_version_actual: version,
    cluster_enabled: (known) => Number(known["num_node_groups"] ?? 1) > 1,
    cluster_mode: (known) => (known["cluster_enabled"] === true ? "enabled" : "disabled"),
    parameter_group_name: (known) =>
      `default.${family(known)}${known["cluster_enabled"] === true ? ".cluster.on" : ""}`,
    primary_endpoint_address: (known, aws) =>
      known["cluster_enabled"] === true ? "" : address("master", known, aws),
    reader_endpoint_address: (known, aws) =>
      known["cluster_enabled"] === true ? "" : address("replica", known, aws),
    configuration_endpoint_address: (known, aws) =>
      known["cluster_enabled"] === true ? address("clustercfg", known, aws) : "",
    num_cache_clusters: 1,
    num_node_groups: 1,
    member_clusters: (known) =>
      Array.from(
        { length: Number(known["num_cache_clusters"] ?? 1) },
        (_, at) => `${text(known, "replication_group_id") ?? ""}-${String(at + 1).padStart(3, "0")}`,
      ),
    subnet_group_name: "default",
    auto_minor_version_upgrade: "true",
    ip_discovery: "ipv4",
    network_type: "ipv4",
    transit_encryption_mode: (known) => (known["transit_encryption_enabled"] === true ? "required" : ""),
    ...windows,
  },
  { computedBlocks: ["node_group_configuration"] },
);

function address(role: string, known: Values, aws: AwsContext): string {
  const name = text(known, "replication_group_id") ?? "";
  return `${role}.${name}.${aws.hex(6, "address")}.${shortRegion(aws.region)}.cache.amazonaws.com`;
}

const cluster = templatedBehaviour("aws_elasticache_cluster", {
  id: "{cluster_id}",
  arn: "arn:{partition}:elasticache:{region}:{account}:cluster:{cluster_id}",
  engine: "redis",
  engine_version: version,
  engine_version_actual: version,
  port: (known) => (text(known, "engine") === "memcached" ? 11211 : 6379),
  cluster_address: (known, aws) =>
    `${text(known, "cluster_id") ?? ""}.${aws.hex(6, "address")}.cfg.${shortRegion(aws.region)}.cache.amazonaws.com`,
  configuration_endpoint: "{cluster_address}:{port}",
  parameter_group_name: (known) => `default.${family(known)}`,
  availability_zone: "{region}a",
  az_mode: "single-az",
  num_cache_nodes: 1,
  subnet_group_name: "default",
  ip_discovery: "ipv4",
  network_type: "ipv4",
  ...windows,
});

const subnetGroup = templatedBehaviour("aws_elasticache_subnet_group", {
  id: "{name}",
  arn: "arn:{partition}:elasticache:{region}:{account}:subnetgroup:{name}",
  vpc_id: (known, { cloud }) =>
    cloud.find("aws_subnet", "id", texts(known, "subnet_ids")[0] ?? "")?.values["vpc_id"] ?? "",
});

const named = [
  ["aws_elasticache_parameter_group", "parametergroup", "name"],
  ["aws_elasticache_user", "user", "user_id"],
  ["aws_elasticache_user_group", "usergroup", "user_group_id"],
].map(([type = "", word = "", attribute = ""]) =>
  templatedBehaviour(type, {
    id: `{${attribute}}`,
    arn: `arn:{partition}:elasticache:{region}:{account}:${word}:{${attribute}}`,
  }),
);

export const elasticacheBehaviours: readonly ResourceBehaviour[] = [
  replicationGroup,
  cluster,
  subnetGroup,
  ...named,
];
