import { text } from "../../values/reading";
import { asksFor } from "../reading/asked-for";
import { type Rule } from "../rule";

/** An older version than the one that runs, or a new major version that nobody allowed. */
export const databaseUpgrade: Rule = {
  id: "database-upgrade",
  types: ["aws_db_instance", "aws_rds_cluster"],
  actions: ["update"],
  phase: "plan",
  documentation:
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html",
  check(change) {
    const { values, existing } = change;
    const engine = text(values, "engine") ?? "";
    const [wanted, running] = [values, existing?.values ?? {}].map((one) => text(one, "engine_version"));
    if (!asksFor(change, "engine_version") || wanted === undefined || running === undefined) return [];
    const path = ["engine_version"];
    if (isOlder(wanted, running)) {
      return [
        {
          code: "InvalidParameterCombination",
          message: `Cannot upgrade ${engine} from ${running} to ${wanted}`,
          advice: `RDS never goes back: keep ${running}, or restore a snapshot that was taken with ${wanted} into a new database.`,
          path,
        },
      ];
    }
    if (majorOf(engine, wanted) === majorOf(engine, running)) return [];
    if (values["allow_major_version_upgrade"] === true) return [];
    return [
      {
        code: "InvalidParameterCombination",
        message: "The AllowMajorVersionUpgrade flag must be present when upgrading to a new major version.",
        advice:
          `From ${running} to ${wanted} is a major upgrade, which takes the database down and cannot be undone. Try it on a copy made from a ` +
          "snapshot; then set allow_major_version_upgrade to true, with a parameter group of the new version.",
        path,
      },
    ];
  },
};

/** `17` is not older than `17.6`: who names no minor version leaves it to RDS. */
function isOlder(wanted: string, running: string): boolean {
  const [asked, has] = [wanted, running].map((version) => version.split(/[^\d]+/).map(Number));
  for (const [index, part] of (asked ?? []).entries()) {
    const other = has?.[index];
    if (other === undefined || part > other) return false;
    if (part < other) return true;
  }
  return false;
}

/** PostgreSQL counts major versions by one number, the others by two. */
function majorOf(engine: string, version: string): string {
  return version
    .split(".")
    .slice(0, engine.includes("postgres") ? 1 : 2)
    .join(".");
}
