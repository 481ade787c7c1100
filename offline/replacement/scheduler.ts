import { type ReplacementRow } from "./replacement-table";
import { rowsOf } from "./replacement-rows";

export const schedulerReplacements: readonly ReplacementRow[] = rowsOf("scheduler/latest", {
  aws_scheduler_schedule: ["UpdateSchedule", "name", "name_prefix", "group_name"],
  aws_scheduler_schedule_group: ["CreateScheduleGroup", "name", "name_prefix"],
});
