import { number } from "../../values/reading";
import { type Rule } from "../rule";

/** A key waits 7 to 30 days for its deletion. */
export const keyDeletionWindow: Rule = {
  id: "key-deletion-window",
  types: ["aws_kms_key", "aws_kms_external_key", "aws_kms_replica_key"],
  actions: ["create", "update"],
  phase: "plan",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html",
  check({ values }) {
    const days = number(values, "deletion_window_in_days");
    if (days === undefined || (days >= 7 && days <= 30)) return [];
    return [
      {
        code: "ValidationException",
        message: `expected deletion_window_in_days to be in the range (7 - 30), got ${days}`,
        advice: "Choose 7 to 30 days.",
        path: ["deletion_window_in_days"],
      },
    ];
  },
};
