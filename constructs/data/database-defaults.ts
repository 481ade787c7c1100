/** What a database has unless its props say otherwise. */
export const databaseDefaults = {
  instanceClass: "db.t4g.medium",
  storageGiB: 20,
  maxStorageGiB: 100,
  backupDays: 14,
  passwordRotationDays: 365,
} as const;
