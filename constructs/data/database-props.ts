import type { DatabaseEngine } from "./database-engine";

/** Where a database is placed. */
export interface DatabaseNetwork {
  readonly vpcId: string;
  /** Subnets without a route out of the VPC, in two zones or more. */
  readonly isolatedSubnetIds: readonly string[];
}

export interface DatabaseProps {
  /** Name of the environment, for example `dev`. */
  readonly environment: string;
  /** Name of the database instance, for example `orders`; its identifier is `<environment>-<name>`. */
  readonly name: string;
  /** AWS account, 12 digits. */
  readonly account: string;
  readonly region: string;
  readonly network: DatabaseNetwork;
  /** @default "postgres" */
  readonly engine?: DatabaseEngine;
  /**
   * Version, major only or exact. RDS upgrades minor versions by itself in the maintenance window, and refuses another
   * major version: that upgrade is made by hand first.
   *
   * @default - "17" for PostgreSQL, "8.4" for MySQL
   */
  readonly version?: string;
  /**
   * @default "db.t4g.medium"
   * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Types.html
   */
  readonly instanceClass?: string;
  /**
   * Storage at the start, in GiB (gp3, at least 20).
   *
   * @default 20
   */
  readonly storageGiB?: number;
  /**
   * Storage up to which RDS grows the volume by itself, in GiB. A volume never shrinks.
   *
   * @default 100
   * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html
   */
  readonly maxStorageGiB?: number;
  /**
   * Whether a standby in another zone takes over when the first fails. Doubles the cost.
   *
   * @default true
   */
  readonly multiAz?: boolean;
  /**
   * Days of automatic backups, 1 to 35.
   *
   * @default 14
   */
  readonly backupDays?: number;
  /**
   * Whether AWS refuses to delete the instance.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
  /**
   * Whether a plan that destroys the instance or its key fails.
   *
   * @default false
   */
  readonly preventDestroy?: boolean;
  /**
   * Name of the database inside the instance.
   *
   * @default - `name` with underscores for hyphens
   */
  readonly databaseName?: string;
  /** @default - 5432 for PostgreSQL, 3306 for MySQL */
  readonly port?: number;
  /**
   * Name of the master user; its password is made and rotated by RDS.
   *
   * @default "app_owner"
   */
  readonly username?: string;
  /**
   * Whether RDS records what queries wait for, seven days back.
   *
   * @default true
   * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.Overview.Engines.html
   */
  readonly performanceInsights?: boolean;
  /**
   * Whether the operating system's metrics are recorded every minute.
   *
   * @default true
   */
  readonly enhancedMonitoring?: boolean;
  /**
   * Days after which RDS makes a new password, 1 to 1000. Tasks read the password when they start: until they are
   * started again, they can open no new connections.
   *
   * @default 365
   * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_managed.html
   */
  readonly passwordRotationDays?: number;
  /**
   * Days of database logs to keep. Older entries are deleted by CloudWatch.
   *
   * @default 30
   */
  readonly logRetentionDays?: number;
  /**
   * KMS key that encrypts the logs.
   *
   * @default - a key of CloudWatch Logs
   */
  readonly logEncryptionKeyArn?: string;
}
