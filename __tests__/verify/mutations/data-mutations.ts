import { type StackDraft } from "./draft";
import { add, drop, type Mutation, refer, removeFrom, set } from "./mutation";

const stack = "data" as const;
const database = "aws_db_instance";
const privateDatabase = "database private, encrypted, managed password" as const;
const buckets = "buckets: private, encrypted, TLS only, versioned, lifecycle, logged" as const;
const bucket = ["aws_s3_bucket"];
const logGroups = "aws_cloudwatch_log_group";

/** Databases and log groups. */
export const databaseMutations: readonly Mutation[] = [
  {
    id: "log-kept-a-month",
    what: "A log group of production keeps a month",
    control: "log groups keep ≥ 365 days in prod",
    stack: "services",
    victims: logGroups,
    change: set("retention_in_days", 30),
    caughtBy: "log-groups-keep-a-year",
  },
  {
    id: "log-kept-for-ever",
    what: "A log group has no retention",
    control: "log groups keep ≥ 365 days in prod",
    stack,
    victims: logGroups,
    change: drop("retention_in_days"),
    caughtBy: "log-groups-have-retention",
  },
  {
    id: "log-without-key",
    what: "A log group of production has no key",
    control: "log groups encrypted with a key",
    stack: "services",
    victims: logGroups,
    change: set("kms_key_id", null),
    caughtBy: "log-groups-have-a-key",
  },
  {
    id: "database-public",
    what: "A database has a public address",
    control: privateDatabase,
    stack,
    victims: database,
    change: set("publicly_accessible", true),
    caughtBy: "databases-are-private",
  },
  {
    id: "database-public-by-local",
    what: "A database has a public address by a local's condition",
    control: privateDatabase,
    stack,
    victims: database,
    change: ({ body }, { data }) => {
      data.setLocal("stage", "test");
      body["publicly_accessible"] = '${local.stage == "test" ? true : false}';
    },
    caughtBy: "databases-are-private",
  },
  {
    id: "encryption-dropped",
    what: "A database is not encrypted",
    control: privateDatabase,
    stack,
    victims: database,
    change: drop("storage_encrypted"),
    caughtBy: "databases-are-encrypted",
  },
  {
    id: "second-database",
    what: "A replica without encryption stands beside the database",
    control: privateDatabase,
    stack,
    victims: database,
    change: add(stack, database, "replica", (victim) => ({
      replicate_source_db: refer(victim, "arn"),
      instance_class: "db.m7g.large",
    })),
    caughtBy: "databases-are-encrypted",
    foundAt: [database],
  },
  {
    id: "password-written",
    what: "The password of a database is a variable instead of RDS's own",
    control: privateDatabase,
    stack,
    victims: database,
    change: ({ body }, { data }) => {
      data.declareVariable("password");
      delete body["manage_master_user_password"];
      body["password"] = "${var.password}";
    },
    caughtBy: "database-passwords-are-managed",
  },
  {
    id: "cache-in-clear",
    what: "A cache without encryption was added",
    control: privateDatabase,
    stack,
    victims: database,
    change: add(stack, "aws_elasticache_replication_group", "sessions", () => ({
      replication_group_id: "sessions",
      description: "Sessions",
      at_rest_encryption_enabled: false,
    })),
    caughtBy: "caches-are-encrypted",
    foundAt: ["aws_elasticache_replication_group"],
  },
  {
    id: "file-system-in-clear",
    what: "A file system without encryption was added",
    control: privateDatabase,
    stack,
    victims: database,
    change: add(stack, "aws_efs_file_system", "uploads", () => ({ creation_token: "uploads" })),
    caughtBy: "file-systems-are-encrypted",
    foundAt: ["aws_efs_file_system"],
  },
  {
    id: "one-zone",
    what: "A database of production stands in one zone",
    control: "multi-AZ",
    stack,
    victims: database,
    change: drop("multi_az"),
    caughtBy: "databases-span-zones",
  },
  {
    id: "database-unprotected",
    what: "A database of production may be deleted",
    control: "deletion protection, final snapshot",
    stack,
    victims: database,
    change: set("deletion_protection", "${!true}"),
    caughtBy: "databases-are-deletion-protected",
  },
  {
    id: "no-final-snapshot",
    what: "A database leaves no snapshot",
    control: "deletion protection, final snapshot",
    stack,
    victims: database,
    change: set("skip_final_snapshot", "true"),
    caughtBy: "databases-leave-a-snapshot",
  },
  {
    id: "backups-of-a-day",
    what: "A database keeps backups for a day",
    control: "backups ≥ 7 days",
    stack,
    victims: database,
    change: set("backup_retention_period", "1"),
    caughtBy: "databases-keep-backups",
  },
  {
    id: "no-iam",
    what: "A database takes no IAM tokens",
    control: "IAM authentication",
    stack,
    victims: database,
    change: drop("iam_database_authentication_enabled"),
    caughtBy: "databases-authenticate-with-iam",
  },
  {
    id: "no-logs-exported",
    what: "A database exports no logs",
    control: "logs exported, monitoring, insights",
    stack,
    victims: database,
    change: set("enabled_cloudwatch_logs_exports", []),
    caughtBy: "databases-export-logs",
  },
  {
    id: "no-monitoring",
    what: "A database of production is not monitored",
    control: "logs exported, monitoring, insights",
    stack,
    victims: database,
    change: set("monitoring_interval", 0),
    caughtBy: "databases-are-monitored",
  },
  {
    id: "insights-without-key",
    what: "Performance Insights of production have no key",
    control: "logs exported, monitoring, insights",
    stack,
    victims: database,
    change: drop("performance_insights_kms_key_id"),
    caughtBy: "database-insights-have-a-key",
  },
  {
    id: "no-minor-upgrades",
    what: "A database takes no minor versions",
    control: "minor upgrades, tags to snapshots",
    stack,
    victims: database,
    change: set("auto_minor_version_upgrade", false),
    caughtBy: "databases-upgrade-themselves",
  },
  {
    id: "snapshots-without-tags",
    what: "Snapshots do not carry their database's tags",
    control: "minor upgrades, tags to snapshots",
    stack,
    victims: database,
    change: drop("copy_tags_to_snapshot"),
    caughtBy: "database-snapshots-carry-tags",
  },
  {
    id: "tls-optional",
    what: "A database accepts connections without TLS",
    control: "TLS forced",
    stack,
    victims: "aws_db_parameter_group",
    change: set("parameter.value", "0"),
    caughtBy: "databases-force-tls",
    foundAt: [database, "aws_db_parameter_group"],
  },
  {
    id: "default-parameters",
    what: "A database has the parameters of its engine instead of its own",
    control: "TLS forced",
    stack,
    victims: database,
    change: set("parameter_group_name", "default.postgres14"),
    caughtBy: "databases-force-tls",
  },
  {
    id: "parameter-twice",
    what: "A second entry for the same parameter switches TLS off",
    control: "TLS forced",
    stack,
    victims: "aws_db_parameter_group",
    change: ({ body }) => {
      body["parameter"] = [body["parameter"], { name: "rds.force_ssl", value: "0" }].flat();
    },
    caughtBy: "databases-force-tls",
    foundAt: [database, "aws_db_parameter_group"],
  },
  {
    id: "default-port",
    what: "A database names no port and has its engine's",
    control: "no default port or admin name (advice)",
    stack,
    victims: database,
    change: drop("port"),
    caughtBy: "databases-have-their-own-port",
  },
  {
    id: "admin-named-admin",
    what: "The administrator of a database is called like everywhere",
    control: "no default port or admin name (advice)",
    stack,
    victims: database,
    change: set("username", "postgres"),
    caughtBy: "database-admins-have-their-own-name",
  },
];

const publicBlock = "aws_s3_bucket_public_access_block";

/** Buckets, as the network stack has one for access logs. */
export const bucketMutations: readonly Mutation[] = [
  bucketMutation("bucket-unblocked", "A bucket's public access block was removed", publicBlock, {
    change: removeFrom("network"),
    caughtBy: "buckets-block-public-access",
  }),
  bucketMutation("bucket-half-unblocked", "A bucket ignores one of the four ways to be public", publicBlock, {
    change: set("restrict_public_buckets", "false"),
    caughtBy: "buckets-block-public-access",
    foundAt: [...bucket, publicBlock],
  }),
  bucketMutation("bucket-unblocked-twice", "A second public access block undoes the first", publicBlock, {
    change: add("network", publicBlock, "again", ({ body }) => ({ ...body, block_public_policy: false })),
    caughtBy: "buckets-block-public-access",
    foundAt: [...bucket, publicBlock],
  }),
  bucketMutation("bucket-in-clear", "A bucket answers requests without TLS", policyOf, {
    change: ({ body }) => {
      body["statement"] = [body["statement"]].flat().slice(1);
    },
    caughtBy: "buckets-require-tls",
    foundAt: [...bucket, "aws_s3_bucket_policy"],
  }),
  bucketMutation("bucket-tls-for-some", "A bucket refuses requests without TLS of one role only", policyOf, {
    change: set("statement.principals", [{ type: "AWS", identifiers: ["arn:aws:iam::111111111111:role/a"] }]),
    caughtBy: "buckets-require-tls",
    foundAt: [...bucket, "aws_s3_bucket_policy"],
  }),
  bucketMutation(
    "bucket-policy-encoded",
    "A bucket's policy is open to everyone, by jsonencode",
    "aws_s3_bucket_policy",
    {
      change: set(
        "policy",
        '${jsonencode({Version = "2012-10-17", Statement = [{Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*"}]})}',
      ),
      control: "task and execution roles differ, least privilege, no `*`",
      caughtBy: "resource-policies-name-principals",
      foundAt: [...bucket, "aws_s3_bucket_policy"],
    },
  ),
  bucketMutation(
    "bucket-encryption-removed",
    "A bucket says nothing of its encryption",
    "aws_s3_bucket_server_side_encryption_configuration",
    { change: removeFrom("network"), caughtBy: "buckets-are-encrypted" },
  ),
  bucketMutation("bucket-versions-suspended", "A bucket keeps no versions", "aws_s3_bucket_versioning", {
    change: set("versioning_configuration.status", "Suspended"),
    caughtBy: "buckets-are-versioned",
    foundAt: [...bucket, "aws_s3_bucket_versioning"],
  }),
  bucketMutation(
    "bucket-lifecycle-off",
    "A bucket's lifecycle is switched off",
    "aws_s3_bucket_lifecycle_configuration",
    {
      change: set("rule.status", "Disabled"),
      caughtBy: "buckets-have-a-lifecycle",
      foundAt: [...bucket, "aws_s3_bucket_lifecycle_configuration"],
    },
  ),
  bucketMutation("bucket-unlogged", "A bucket of production that logs nobody was added", "aws_s3_bucket", {
    change: add("network", "aws_s3_bucket", "uploads", () => ({ bucket: "uploads" })),
    caughtBy: "buckets-log-access",
    foundAt: bucket,
  }),
  bucketMutation(
    "bucket-owned-by-writers",
    "Objects belong to whoever writes them",
    "aws_s3_bucket_ownership_controls",
    {
      change: set("rule.object_ownership", "ObjectWriter"),
      caughtBy: "buckets-own-their-objects",
      foundAt: [...bucket, "aws_s3_bucket_ownership_controls"],
    },
  ),
  bucketMutation("bucket-acl", "A bucket is readable by everyone by an ACL", "aws_s3_bucket", {
    change: add("network", "aws_s3_bucket_acl", "open", (victim) => ({
      bucket: refer(victim, "id"),
      acl: "public-read",
    })),
    caughtBy: "buckets-have-no-acl",
    foundAt: [...bucket, "aws_s3_bucket_acl"],
  }),
];

function policyOf(network: StackDraft) {
  return network.data("aws_iam_policy_document").filter(({ name }) => name === "access_logs_policy_document");
}

function bucketMutation(
  id: string,
  what: string,
  victims: Mutation["victims"],
  given: Pick<Mutation, "change" | "caughtBy"> & Partial<Mutation>,
): Mutation {
  return { id, what, control: buckets, stack: "network", victims, foundAt: bucket, ...given };
}
