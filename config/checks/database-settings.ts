import { knownInstanceClasses, maxConnections } from "../../limits/database-connections";
import { databaseEngines, reservedSqlWords, type EngineRules } from "../../limits/database-engines";
import { offersPerformanceInsights } from "../../limits/performance-insights";
import { formatGiven, type Problem } from "../../problems/problem";
import { nearest } from "../../problems/did-you-mean";
import { forEachDatabase } from "./environment-check";

/** RDS runs certain versions of each engine. */
export const databaseVersion = forEachDatabase(({ engine, version }, where): readonly Problem[] => {
  if (engine === undefined || version === undefined) return [];
  const rules = databaseEngines[engine];
  if (rules.version.test(version)) return [];
  const must = `must be a version of ${engine} that RDS runs`;
  return [
    { where: `${where}.version`, must, got: formatGiven(version), advice: `Use "${rules.versionExample}".` },
  ];
});

/** Engines keep some names for themselves, and SQL its words. */
export const databaseName = forEachDatabase(({ engine, databaseName: name }, where): readonly Problem[] => {
  if (engine === undefined || name === undefined) return [];
  const must = findNameFault(name, databaseEngines[engine]);
  if (must === undefined) return [];
  const advice = 'Give databaseName, for example "orders".';
  return [{ where: `${where}.databaseName`, must, got: formatGiven(name), advice }];
});

/** RDS refuses to grow storage by less than a tenth. @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html */
export const databaseStorage = forEachDatabase(({ storageGiB, maxStorageGiB }, where): readonly Problem[] => {
  if (storageGiB === undefined || maxStorageGiB === undefined) return [];
  const least = storageGiB + Math.ceil(storageGiB / 10);
  if (maxStorageGiB === storageGiB || maxStorageGiB >= least) return [];
  const must = `must be storageGiB (${storageGiB}) for a fixed size, or at least a tenth more`;
  const advice = `Use ${least} or more.`;
  return [{ where: `${where}.maxStorageGiB`, must, got: String(maxStorageGiB), advice }];
});

/** How many connections an instance accepts depends on its memory, which must be known to check the services. */
export const databaseClass = forEachDatabase(
  ({ engine, instanceClass, maxConnections: given }, where): readonly Problem[] => {
    if (engine === undefined || instanceClass === undefined || given !== "by-class") return [];
    if (maxConnections(engine, instanceClass) !== undefined) return [];
    const meant = nearest(instanceClass, knownInstanceClasses());
    const question = meant === undefined ? "" : `Did you mean ${JSON.stringify(meant)}? `;
    const must = "must be a class whose memory is known here, or come with maxConnections";
    const advice = `${question}Add maxConnections: <number> for a class that is not known here.`;
    return [{ where: `${where}.instanceClass`, must, got: formatGiven(instanceClass), advice }];
  },
);

/** RDS refuses Performance Insights on some small classes. */
export const databaseInsights = forEachDatabase(
  ({ engine, instanceClass, performanceInsights }, where): readonly Problem[] => {
    if (engine === undefined || instanceClass === undefined || !performanceInsights) return [];
    if (offersPerformanceInsights(engine, instanceClass)) return [];
    const must = `must be false on ${instanceClass}, which does not offer it for ${engine}`;
    const advice = "Remove it, or choose a medium class or larger.";
    return [{ where: `${where}.performanceInsights`, must, got: "true", advice }];
  },
);

function findNameFault(name: string, { nameLength, reservedNames }: EngineRules): string | undefined {
  if (reservedSqlWords.includes(name)) return "must not be a word of SQL";
  if (reservedNames.includes(name)) return "must not be a name that the engine keeps";
  return name.length <= nameLength ? undefined : `must have at most ${nameLength} characters`;
}
