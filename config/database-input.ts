import type { DatabaseEngine } from "./environment";

/**
 * An RDS instance in isolated subnets that only the services which name it can reach.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
 */
export interface DatabaseInput {
  /** `postgres` or `mysql`. */
  readonly engine: DatabaseEngine;
  /**
   * Version, as major (`"17"`; RDS installs minor upgrades) or with the minor part.
   *
   * @default - "17" for postgres, "8.4" for mysql
   */
  readonly version?: string;
  /**
   * Instance class, for example `db.t4g.medium`.
   *
   * @default - "db.m7g.large" in production, else "db.t4g.micro"
   * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.html
   */
  readonly instanceClass?: string;
  /**
   * GiB of storage at the beginning, 20 to 65536.
   *
   * @default 20
   */
  readonly storageGiB?: number;
  /**
   * GiB that RDS may grow the storage to when it runs full; the same as `storageGiB` for a fixed size.
   *
   * @default - five times storageGiB
   * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html
   */
  readonly maxStorageGiB?: number;
  /**
   * Whether a standby in another zone takes over. Must be true in production. Doubles the price of the instance.
   *
   * @default - true in production, else false
   */
  readonly multiAz?: boolean;
  /**
   * Days of automatic backups, 1 to 35, at least 7 in production.
   *
   * @default - 14 in production, else 7
   */
  readonly backupDays?: number;
  /**
   * Whether AWS refuses to delete it. Must be true in production. A final snapshot is kept in any case.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
  /**
   * Name of the database inside the instance.
   *
   * @default - name of this entry, with `_` for `-`
   */
  readonly databaseName?: string;
  /**
   * TCP port, 1150 to 65535.
   *
   * @default - 5432 for postgres, 3306 for mysql
   */
  readonly port?: number;
  /**
   * Whether slow queries can be analysed. Must be true in production where the class offers it.
   *
   * @default - true where the instance class offers it
   * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.Overview.Engines.html
   */
  readonly performanceInsights?: boolean;
  /**
   * Whether metrics of the operating system are recorded every minute. Must be true in production.
   *
   * @default true
   */
  readonly enhancedMonitoring?: boolean;
  /**
   * Days to keep the logs of the engine; a period CloudWatch offers, at least 365 in production.
   *
   * @default - 365 in production, else 30
   */
  readonly logRetentionDays?: number;
  /**
   * Days after which RDS makes a new password, 1 to 1000. Tasks read the password when they start: until the services
   * that use the database are deployed again, they can open no new connections.
   *
   * @default 365
   * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_managed.html
   */
  readonly passwordRotationDays?: number;
  /**
   * Connections the instance accepts; needed for an instance class whose memory is not known here.
   *
   * @default - computed from the memory of the instance class, like RDS does
   * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html#RDS_Limits.MaxConnections
   */
  readonly maxConnections?: number;
}
