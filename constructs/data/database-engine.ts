import type { DbParameterGroupParameter } from "@cdktf/provider-aws/lib/db-parameter-group";

export type DatabaseEngine = "postgres" | "mysql";

interface EngineDefaults {
  readonly version: string;
  readonly port: number;
  /** Logs that RDS exports to CloudWatch. */
  readonly logs: readonly string[];
  /** Connections without TLS are refused; what is exported as a log is written in the first place. */
  readonly parameters: readonly DbParameterGroupParameter[];
}

/**
 * New instances start with the parameters, so "pending-reboot" loses nothing; "immediate" would show up in every plan
 * where the value is the family's default (provider issue 39252), and is refused for static parameters.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mysql-ssl-connections.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.MySQLDB.PublishtoCloudWatchLogs.html
 */
export const engineDefaults: Readonly<Record<DatabaseEngine, EngineDefaults>> = {
  postgres: {
    version: "17",
    port: 5432,
    logs: ["postgresql", "upgrade"],
    parameters: [{ name: "rds.force_ssl", value: "1", applyMethod: "pending-reboot" }],
  },
  mysql: {
    version: "8.4",
    port: 3306,
    logs: ["error", "slowquery"],
    parameters: [
      // Instances take 0 and 1; ON is the word of Aurora clusters.
      { name: "require_secure_transport", value: "1", applyMethod: "pending-reboot" },
      { name: "slow_query_log", value: "1", applyMethod: "pending-reboot" },
      { name: "log_output", value: "FILE", applyMethod: "pending-reboot" },
    ],
  },
};

/** Parameter group family: `postgres17` for 17.4, `mysql8.4` for 8.4.3. */
export function parameterGroupFamily(engine: DatabaseEngine, version: string): string {
  const parts = version.split(".");
  return engine === "postgres" ? `postgres${parts[0]}` : `mysql${parts.slice(0, 2).join(".")}`;
}
