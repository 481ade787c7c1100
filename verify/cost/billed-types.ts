import { type Resource } from "../estate/resource";
import { type ValueMap } from "../values/value";
import { type BilledItem } from "./billed-item";
import { blockOf, blocksOf, lengthOf, numberOr, textOf } from "./read-amount";

/** How many of what a resource is billed for; undefined as amount when the files do not tell. */
export interface Bill {
  readonly key: string;
  readonly unit: BilledItem["unit"];
  readonly amount: number | undefined;
}

type Biller = (values: ValueMap, resource: Resource) => readonly Bill[];

const one =
  (key: string): Biller =>
  () => [{ key, unit: "hour", amount: 1 }];

/**
 * What is billed by the hour, or by the GiB and month, by type of resource. What is billed by use (requests, traffic, Aurora's storage)
 * cannot be told from files. Services of ECS are in `fargate.ts`.
 */
export const billedTypes: Readonly<Record<string, Biller>> = {
  // https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-pricing.html
  aws_nat_gateway: one("nat-gateway"),
  aws_eip: one("public-ipv4"),
  aws_vpn_connection: one("vpn-connection"),
  aws_ec2_transit_gateway_vpc_attachment: one("transit-gateway-attachment"),
  aws_lb: loadBalancer,
  aws_alb: loadBalancer,
  aws_vpc_endpoint: endpoint,
  aws_db_instance: database,
  aws_rds_cluster: clusterOfInstances,
  aws_rds_cluster_instance: instances("database", "instance_class", () => 1),
  aws_docdb_cluster_instance: instances("database", "instance_class", () => 1),
  aws_neptune_cluster_instance: instances("database", "instance_class", () => 1),
  aws_elasticache_cluster: (values, resource) =>
    // A member of a replication group is billed there.
    "replication_group_id" in values
      ? []
      : instances("cache", "node_type", ({ num_cache_nodes: nodes }) => numberOr(nodes, 1))(values, resource),
  aws_elasticache_replication_group: instances("cache", "node_type", cacheNodes),
  aws_instance: instances("instance", "instance_type", () => 1),
  aws_ebs_volume: ({ size, type }) => [
    { key: `volume-storage.${textOf(type) ?? "gp2"}`, unit: "GiB-month", amount: numberOr(size, 0) },
  ],
  // With a standby, a broker is two. https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-broker-architecture.html
  aws_mq_broker: instances("broker", "host_instance_type", ({ deployment_mode: mode }) =>
    mode === "ACTIVE_STANDBY_MULTI_AZ" ? 2 : mode === "CLUSTER_MULTI_AZ" ? 3 : 1,
  ),
  aws_opensearch_domain: (values, resource) =>
    instances("search", "instance_type", ({ instance_count: count }) => numberOr(count, 1))(
      blockOf(values["cluster_config"]),
      resource,
    ),
};

function loadBalancer({ load_balancer_type: type }: ValueMap): readonly Bill[] {
  return [{ key: `${textOf(type) ?? "application"}-load-balancer`, unit: "hour", amount: 1 }];
}

/** An interface endpoint is billed in each zone. https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html */
function endpoint({ vpc_endpoint_type: type, subnet_ids: subnets }: ValueMap): readonly Bill[] {
  if (textOf(type) !== "Interface") return [];
  return [{ key: "interface-endpoint", unit: "hour", amount: lengthOf(subnets) }];
}

/** A standby in another zone is a second instance with storage of its own. */
function database({
  instance_class: type,
  multi_az: multiAz,
  allocated_storage: storage,
  ...rest
}: ValueMap): readonly Bill[] {
  const copies = multiAz === true ? 2 : 1;
  const size = numberOr(storage, 0);
  return [
    { key: `database.${textOf(type) ?? "unknown"}`, unit: "hour", amount: copies },
    {
      key: `database-storage.${textOf(rest["storage_type"]) ?? "gp2"}`,
      unit: "GiB-month",
      amount: size === undefined ? undefined : size * copies,
    },
  ];
}

/** A Multi-AZ cluster of RDS (not Aurora) has three instances. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/multi-az-db-clusters-concepts.html */
function clusterOfInstances({
  db_cluster_instance_class: type,
  allocated_storage: storage,
  ...rest
}: ValueMap): readonly Bill[] {
  const size = numberOr(storage, 0);
  if (textOf(type) === undefined) return [];
  return [
    { key: `database.${textOf(type)}`, unit: "hour", amount: 3 },
    {
      key: `database-storage.${textOf(rest["storage_type"]) ?? "io1"}`,
      unit: "GiB-month",
      amount: size === undefined ? undefined : size * 3,
    },
  ];
}

function cacheNodes(values: ValueMap): number | undefined {
  const { num_cache_clusters: nodes, num_node_groups: shards, replicas_per_node_group: replicas } = values;
  if (shards === undefined || shards === null) return numberOr(nodes, 1);
  const [groups, copies] = [numberOr(shards, 1), numberOr(replicas, 0)];
  return groups === undefined || copies === undefined ? undefined : groups * (copies + 1);
}

function instances(
  family: string,
  attribute: string,
  count: (values: ValueMap) => number | undefined,
): Biller {
  return (values) => [
    { key: `${family}.${textOf(values[attribute]) ?? "unknown"}`, unit: "hour", amount: count(values) },
    ...blocksOf(values["root_block_device"]).map(({ volume_type: type, volume_size: size }): Bill => ({
      key: `volume-storage.${textOf(type) ?? "gp2"}`,
      unit: "GiB-month",
      amount: numberOr(size, 8),
    })),
  ];
}
