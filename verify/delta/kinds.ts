/**
 * Kinds of differences between two environments.
 *
 * Staging is there to find out what production would do: it may be smaller, and it forgets sooner. It must not be less protected, because a
 * permission, an open port or a key that is missing in one of the two shows only after the release.
 */
export const kinds = {
  encryption: { verdict: "forbidden", about: "what is encrypted, and with which keys" },
  logging: { verdict: "forbidden", about: "what is recorded" },
  exposure: { verdict: "forbidden", about: "who reaches what, and what containers and identities may do" },
  size: { verdict: "allowed", about: "how large, and how many" },
  keeping: { verdict: "allowed", about: "how long data is kept, and what protects it from deletion" },
  name: { verdict: "allowed", about: "names, domains, tags and values of the application" },
  other: { verdict: "unknown", about: "nothing that a rule says anything about: somebody should look at it" },
} as const;

export type Kind = keyof typeof kinds;

interface KindRow {
  readonly kind: Kind;
  /** Types of resources; all without it. */
  readonly types?: RegExp;
  /** Place inside the resource; the whole resource is there in one environment only without it. */
  readonly path?: RegExp;
}

/** The first row that fits decides. */
const rows: readonly KindRow[] = [
  // Secrets and variables of containers are named by people, whatever the name says.
  { kind: "name", types: /^aws_ecs_task_definition$/, path: / › (environment|secrets|dockerLabels) › / },
  {
    kind: "size",
    types: /^aws_ecs_task_definition$/,
    path: /(^| › )(cpu|memory|memoryReservation|ephemeral_storage.*)$/,
  },
  {
    kind: "exposure",
    types: /^aws_ecs_task_definition$/,
    path: /privileged|readonlyRootFilesystem|user$|capabilities|host|pid_mode|ipc_mode|network_mode|portMappings|role_arn/i,
  },
  { kind: "logging", types: /^aws_ecs_task_definition$/, path: /logConfiguration|firelens/i },

  // An environment's place in the order of promotion.
  { kind: "name", types: /^(aws_ssm_parameter|vault_kv_secret_v2)$/, path: / › promotedFrom$/ },

  {
    kind: "keeping",
    path: /retention|deletion_protection|prevent_destroy|backup|snapshot|recovery_window|deletion_window|^lifecycle/i,
  },
  { kind: "keeping", types: /^aws_(s3_bucket_lifecycle|ecr_lifecycle)/ },
  { kind: "size", types: /^aws_(eip|nat_gateway|appautoscaling_)/ },
  { kind: "size", types: /^aws_route$/, path: /nat_gateway_id/ },

  {
    kind: "encryption",
    path: /kms|encrypt|ssl_policy|sse_|certificate|key_rotation|customer_master|tls|_ssl|secure_transport/i,
  },
  { kind: "encryption", types: /^aws_(kms_|s3_bucket_server_side)/ },
  {
    kind: "encryption",
    types: /^aws_db_parameter_group$|^aws_rds_cluster_parameter_group$/,
    path: /^parameter/,
  },
  { kind: "encryption", types: /listener$/, path: /^protocol|^default_action.*(type|redirect)/ },
  { kind: "encryption", path: /manage_master_user_password|^password/ },

  { kind: "logging", path: /log|traffic_type|monitoring|insights|^setting|max_aggregation/i },
  { kind: "logging", types: /^aws_(flow_log|cloudwatch_log_group|s3_bucket_logging|cloudtrail)/ },

  {
    kind: "exposure",
    types:
      /^aws_(iam_|wafv2_|network_acl|security_group|vpc_security_group|default_security_group|s3_bucket_policy|s3_bucket_public|s3_bucket_ownership|lb_listener_rule$)/,
  },
  {
    kind: "exposure",
    path: /public|internal$|cidr|ingress|egress|security_groups|allowed_account_ids|policy|execute_command|authentication|gateway_id|drop_invalid|desync/i,
  },

  {
    kind: "name",
    path: /tags|(^|\.)(name|domain_name|zone_id|description|bucket|key|path)$|subject_alternative/i,
  },
  {
    kind: "size",
    types:
      /^aws_(eip|nat_gateway|route$|subnet|route_table|route_table_association|appautoscaling_|vpc_endpoint)/,
  },
  {
    kind: "size",
    path: /count|capacity|class|storage|cpu|memory|size|subnets|zones|multi_az|target_value|percent|deregistration|timeout|interval|threshold|iops|engine_version|weight/i,
  },
];

/** The kind of a difference. @param path place inside the resource; undefined where the whole resource is in one environment only */
export function kindOf(type: string, path: string | undefined): Kind {
  const row = rows.find(
    ({ types, path: pattern }) =>
      (types?.test(type) ?? true) &&
      (pattern === undefined ? types !== undefined : path !== undefined && pattern.test(path)),
  );
  return row?.kind ?? "other";
}
