/** Fields that name an item among its neighbours, the first that all of them have. */
export const keyFields: readonly string[] = [
  "name",
  "sid",
  "Sid",
  "Name",
  "key",
  "priority",
  "description",
  "rule_number",
  "id",
  "containerPort",
  "filter",
  "capacity_provider",
  "namespace",
];

/**
 * Lists whose order means nothing, to AWS or to the provider. Of every other list a new order is a change.
 */
export const unorderedLists: ReadonlySet<string> = new Set([
  ...["environment", "secrets", "portMappings", "mountPoints", "ulimits", "systemControls"],
  ...[
    "actions",
    "not_actions",
    "resources",
    "not_resources",
    "identifiers",
    "values",
    "condition",
    "principals",
  ],
  ...["Action", "NotAction", "Resource", "NotResource", "statement", "Statement"],
  ...[
    "subnets",
    "subnet_ids",
    "security_groups",
    "security_group_ids",
    "vpc_security_group_ids",
    "route_table_ids",
  ],
  ...["cidr_blocks", "ipv6_cidr_blocks", "prefix_list_ids", "ingress", "egress", "availability_zones"],
  ...[
    "allowed_account_ids",
    "forbidden_account_ids",
    "capacity_providers",
    "requires_compatibilities",
    "setting",
  ],
  ...["enabled_cloudwatch_logs_exports", "enabled_cluster_log_types", "parameter", "tag", "tags", "volume"],
  ...["capacity_provider_strategy", "default_capacity_provider_strategy", "load_balancer", "alarm_actions"],
  ...["ok_actions", "insufficient_data_actions", "ignore_changes", "subject_alternative_names", "records"],
  ...["managed_policy_arns", "aliases", "log_types", "events", "rule"],
]);
