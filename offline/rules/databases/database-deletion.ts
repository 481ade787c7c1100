import { isAbsent, isSet, text } from "../../values/reading";
import { type Rule } from "../rule";

/** A database that must not be deleted, or whose final snapshot cannot be made. */
export const databaseDeletion: Rule = {
  id: "database-deletion",
  types: ["aws_db_instance"],
  actions: ["delete"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBInstance.html",
  check({ values, cloud, region }) {
    if (isSet(values, "deletion_protection"))
      return [
        {
          code: "InvalidParameterCombination",
          message: "Cannot delete protected DB Instance, please disable deletion protection and try again.",
          advice: "If it really must go: set deletion_protection to false, apply, then delete it.",
        },
      ];
    if (values["skip_final_snapshot"] !== false && values["skip_final_snapshot"] !== null) return [];
    if (isAbsent(values, "final_snapshot_identifier"))
      return [
        {
          // The provider's own check: it has no code of AWS.
          code: "InvalidParameterCombination",
          message: "final_snapshot_identifier is required when skip_final_snapshot is false",
          advice: "Set final_snapshot_identifier and apply, then delete it.",
        },
      ];
    const snapshot = text(values, "final_snapshot_identifier");
    const isTaken = cloud
      .all("aws_db_snapshot")
      .some((one) => one.region === region && text(one.values, "db_snapshot_identifier") === snapshot);
    if (!isTaken) return [];
    return [
      {
        code: "DBSnapshotAlreadyExists",
        message: `Cannot create the snapshot because a snapshot with the identifier ${snapshot} already exists.`,
        advice:
          "An earlier database of this name left it behind: choose another final_snapshot_identifier, or delete the old snapshot.",
      },
    ];
  },
};
