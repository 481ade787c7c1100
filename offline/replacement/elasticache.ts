import { type ReplacementRow } from "./replacement-table";
import { rowsOf } from "./replacement-rows";

export const elasticacheReplacements: readonly ReplacementRow[] = rowsOf("AmazonElastiCache/latest", {
  aws_elasticache_replication_group: [
    "ModifyReplicationGroup",
    "at_rest_encryption_enabled",
    "data_tiering_enabled",
    "global_replication_group_id",
    "kms_key_id",
    "network_type",
    "port",
    "replication_group_id",
    "security_group_names",
    "snapshot_arns",
    "snapshot_name",
    "subnet_group_name",
  ],
  aws_elasticache_cluster: [
    "ModifyCacheCluster",
    "availability_zone",
    "cluster_id",
    "engine",
    "network_type",
    "outpost_mode",
    "port",
    "preferred_outpost_arn",
    "replication_group_id",
    "snapshot_arns",
    "snapshot_name",
    "subnet_group_name",
    "transit_encryption_enabled",
  ],
  aws_elasticache_subnet_group: ["ModifyCacheSubnetGroup", "name"],
  aws_elasticache_parameter_group: ["ModifyCacheParameterGroup", "name", "family", "description"],
  aws_elasticache_user: ["ModifyUser", "user_id", "user_name"],
  aws_elasticache_user_group: ["ModifyUserGroup", "user_group_id"],
});
