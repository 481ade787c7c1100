import { databaseEngines } from "../../limits/database-engines";
import { offersPerformanceInsights } from "../../limits/performance-insights";
import type { DatabaseDraft } from "../draft";
import { claim, matching, oneOf, text, wholeNumber } from "../parsing/fields";
import { retentionDays } from "./common-fields";
import { FieldReader, type Report } from "../parsing/field-reader";

/** One entry of `databases`. */
export function readDatabase(
  name: string,
  input: unknown,
  where: string,
  production: boolean | undefined,
  report: Report,
): DatabaseDraft {
  const fields = new FieldReader(databaseFields, input, where, report, { required: ["engine"] });
  const engine = fields.required("engine");
  const rules = engine && databaseEngines[engine];
  const instanceClass = fields.or("instanceClass", production ? "db.m7g.large" : "db.t4g.micro");
  const storageGiB = fields.or("storageGiB", 20);
  const isClassKnown = engine !== undefined && instanceClass !== undefined;
  const hasInsights = isClassKnown ? offersPerformanceInsights(engine, instanceClass) : undefined;
  return {
    engine,
    version: fields.or("version", rules?.defaultVersion),
    instanceClass,
    storageGiB,
    maxStorageGiB: fields.or("maxStorageGiB", storageGiB && Math.min(largestStorageGiB, 5 * storageGiB)),
    multiAz: fields.or("multiAz", production),
    backupDays: fields.or("backupDays", production ? 14 : 7),
    deletionProtection: fields.or("deletionProtection", true),
    databaseName: fields.or("databaseName", name.replaceAll("-", "_")),
    port: fields.or("port", rules?.defaultPort),
    performanceInsights: fields.or("performanceInsights", hasInsights),
    enhancedMonitoring: fields.or("enhancedMonitoring", true),
    logRetentionDays: fields.or("logRetentionDays", production ? 365 : 30),
    passwordRotationDays: fields.or("passwordRotationDays", 365),
    maxConnections: fields.or("maxConnections", "by-class"),
  };
}

/** @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html#gp3-storage */
const largestStorageGiB = 65_536;

const classAdvice = "Write it like db.t4g.medium.";
const storage = () => wholeNumber(20, largestStorageGiB, "GiB");

const databaseFields = {
  engine: oneOf("postgres", "mysql"),
  version: text('Write the version in quotes, for example "17".'),
  instanceClass: matching(/^db\.[a-z0-9-]+\.[a-z0-9-]+$/, "must be an RDS instance class", classAdvice),
  storageGiB: storage(),
  maxStorageGiB: storage(),
  multiAz: claim(),
  backupDays: wholeNumber(1, 35, "days"),
  deletionProtection: claim(),
  databaseName: text("Write a name of letters, digits and underscores.", (value) => {
    if (/^[a-z][a-z0-9_]*$/.test(value)) return undefined;
    return {
      must: "must be lower-case letters, digits and underscores, and start with a letter",
      advice: 'Use for example "orders".',
    };
  }),
  port: wholeNumber(1150, 65_535),
  performanceInsights: claim(),
  enhancedMonitoring: claim(),
  logRetentionDays: retentionDays(),
  passwordRotationDays: wholeNumber(1, 1000, "days"),
  maxConnections: wholeNumber(1, 100_000),
};
