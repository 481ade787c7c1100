import { type Rule } from "../rule";
import { cachesAreEncrypted } from "./caches-are-encrypted";
import { databaseAdminsHaveTheirOwnName } from "./database-admins-have-their-own-name";
import { databaseInsightsHaveAKey } from "./database-insights-have-a-key";
import { databasePasswordsAreManaged } from "./database-passwords-are-managed";
import { databaseSnapshotsCarryTags } from "./database-snapshots-carry-tags";
import { databaseSubnetsAreIsolated } from "./database-subnets-are-isolated";
import { databasesAreDeletionProtected } from "./databases-are-deletion-protected";
import { databasesAreEncrypted } from "./databases-are-encrypted";
import { databasesAreMonitored } from "./databases-are-monitored";
import { databasesArePrivate } from "./databases-are-private";
import { databasesAuthenticateWithIam } from "./databases-authenticate-with-iam";
import { databasesExportLogs } from "./databases-export-logs";
import { databasesForceTls } from "./databases-force-tls";
import { databasesHaveTheirOwnPort } from "./databases-have-their-own-port";
import { databasesKeepBackups } from "./databases-keep-backups";
import { databasesLeaveASnapshot } from "./databases-leave-a-snapshot";
import { databasesSpanZones } from "./databases-span-zones";
import { databasesUpgradeThemselves } from "./databases-upgrade-themselves";

export const dataRules: readonly Rule[] = [
  databasesArePrivate,
  databaseSubnetsAreIsolated,
  databasesForceTls,
  databasesAreEncrypted,
  databasePasswordsAreManaged,
  databasesAuthenticateWithIam,
  databasesSpanZones,
  databasesAreDeletionProtected,
  databasesLeaveASnapshot,
  databasesKeepBackups,
  databasesExportLogs,
  databasesAreMonitored,
  databaseInsightsHaveAKey,
  databasesUpgradeThemselves,
  databaseSnapshotsCarryTags,
  databasesHaveTheirOwnPort,
  databaseAdminsHaveTheirOwnName,
  cachesAreEncrypted,
];
