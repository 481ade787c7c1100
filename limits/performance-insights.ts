import type { DatabaseEngineName } from "./database-engines";

/** Classes too small for Performance Insights on MySQL. @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.Overview.Engines.html */
const tooSmallForMysql = /^db\.t[234]g?\.(micro|small)$/;

export function offersPerformanceInsights(engine: DatabaseEngineName, instanceClass: string): boolean {
  return engine === "postgres" || !tooSmallForMysql.test(instanceClass);
}
