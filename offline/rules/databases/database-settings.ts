import { type Values } from "../../values/value";
import { isSet, number, text } from "../../values/reading";
import { type Refusal, type Rule } from "../rule";

/** Settings of a database instance that RDS does not take. */
export const databaseSettings: Rule = {
  id: "database-settings",
  types: ["aws_db_instance"],
  actions: ["create", "update"],
  phase: "plan",
  documentation: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html",
  check({ values }) {
    return settings
      .filter(({ isWrong }) => isWrong(values))
      .map(({ attribute, code, message, advice }): Refusal => ({
        code: code ?? "InvalidParameterValue",
        message: message(values),
        advice: typeof advice === "string" ? advice : advice(values),
        path: [attribute],
      }));
  },
};

interface Setting {
  readonly attribute: string;
  readonly isWrong: (database: Values) => boolean;
  /** @default "InvalidParameterValue" */
  readonly code?: string;
  readonly message: (database: Values) => string;
  readonly advice: string | ((database: Values) => string);
}

const monitoringIntervals = [0, 1, 5, 10, 15, 30, 60];
const gp3Engines = /^(postgres|mysql|mariadb)$/;

const settings: readonly Setting[] = [
  {
    attribute: "backup_retention_period",
    isWrong: (database) => !isBetween(number(database, "backup_retention_period"), 0, 35),
    message: (database) =>
      `Invalid backup retention period: ${number(database, "backup_retention_period")}. Must be between 0 and 35.`,
    advice: "Keep 0 to 35 days of backups; longer takes AWS Backup.",
  },
  {
    attribute: "monitoring_interval",
    isWrong: (database) => !monitoringIntervals.includes(number(database, "monitoring_interval") ?? 0),
    message: (database) => `Invalid monitoring interval ${number(database, "monitoring_interval")}`,
    advice: `Use ${monitoringIntervals.join(", ")} seconds.`,
  },
  {
    attribute: "allocated_storage",
    isWrong: (database) =>
      gp3Engines.test(text(database, "engine") ?? "") &&
      ["gp2", "gp3"].includes(text(database, "storage_type") ?? "") &&
      !isBetween(number(database, "allocated_storage"), 20, 65_536),
    message: (database) =>
      `Invalid storage size for engine name ${text(database, "engine")} and storage type ${text(database, "storage_type")}: ${number(database, "allocated_storage")}`,
    advice: "Use 20 to 65536 GiB.",
  },
  {
    attribute: "max_allocated_storage",
    isWrong: (database) => {
      const most = number(database, "max_allocated_storage") ?? 0;
      return most !== 0 && most < (number(database, "allocated_storage") ?? 0);
    },
    code: "InvalidParameterCombination",
    message: () => "Max storage size must be greater than storage size",
    advice: (database) =>
      `Raise max_allocated_storage (${number(database, "max_allocated_storage")}) above allocated_storage (${number(database, "allocated_storage")}), or set it to 0 for storage that does not grow.`,
  },
  {
    attribute: "performance_insights_retention_period",
    isWrong: (database) => {
      const days = number(database, "performance_insights_retention_period") ?? 7;
      return days !== 0 && days !== 7 && days !== 731 && (days % 31 !== 0 || !isBetween(days, 31, 713));
    },
    message: (database) =>
      `Invalid Performance Insights retention period. You specified ${number(database, "performance_insights_retention_period")}. Valid values are 7, month * 31, or 731 days.`,
    advice: "Use 7, a multiple of 31 up to 713, or 731 days.",
  },
  {
    attribute: "password",
    isWrong: (database) =>
      isSet(database, "manage_master_user_password") && text(database, "password") !== undefined,
    code: "InvalidParameterCombination",
    message: () => "You can't specify MasterUserPassword when ManageMasterUserPassword is enabled.",
    advice: "Leave out password: RDS keeps it in Secrets Manager.",
  },
  {
    attribute: "db_name",
    isWrong: (database) =>
      /^(postgres|mysql|mariadb)$/.test(text(database, "engine") ?? "") &&
      !(text(database, "engine") === "postgres" ? /^[A-Za-z_]\w{0,62}$/ : /^[A-Za-z]\w{0,63}$/).test(
        text(database, "db_name") ?? "a",
      ),
    message: () => "DBName must begin with a letter and contain only alphanumeric characters.",
    advice: (database) =>
      `Use letters, digits and underscores, beginning with a letter; at most 63 characters; got "${text(database, "db_name")}".`,
  },
  {
    attribute: "username",
    isWrong: (database) =>
      ["rdsadmin", ...(text(database, "engine") === "postgres" ? ["admin", "user"] : [])].includes(
        text(database, "username") ?? "",
      ),
    message: (database) =>
      `MasterUsername ${text(database, "username")} cannot be used as it is a reserved word used by the engine`,
    advice: "Choose another name, such as app_owner.",
  },
  {
    attribute: "username",
    isWrong: (database) => !/^[A-Za-z]\w{0,62}$/.test(text(database, "username") ?? "a"),
    message: () => "The parameter MasterUsername is not a valid identifier.",
    advice: (database) =>
      `Use letters, digits and underscores, beginning with a letter; got "${text(database, "username")}".`,
  },
];

function isBetween(value: number | undefined, least: number, most: number): boolean {
  return value === undefined || (value >= least && value <= most);
}
