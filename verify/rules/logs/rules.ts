import { type Rule } from "../rule";
import { logGroupsHaveAKey } from "./log-groups-have-a-key";
import { logGroupsHaveRetention } from "./log-groups-have-retention";
import { logGroupsKeepAYear } from "./log-groups-keep-a-year";

export const logsRules: readonly Rule[] = [logGroupsHaveRetention, logGroupsKeepAYear, logGroupsHaveAKey];
