import type { DatabaseEngineName } from "./database-engines";

const GiB = 2 ** 30;

const burstable: Readonly<Record<string, number>> = {
  micro: 1,
  small: 2,
  medium: 4,
  large: 8,
  xlarge: 16,
  "2xlarge": 32,
};
const general: Readonly<Record<string, number>> = { large: 8, xlarge: 16, "2xlarge": 32, "4xlarge": 64 };
const memory: Readonly<Record<string, number>> = { large: 16, xlarge: 32, "2xlarge": 64, "4xlarge": 128 };

/** Memory in GiB by family and size. @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Summary.html */
const memoryGiB: ReadonlyMap<string, Readonly<Record<string, number>>> = new Map([
  ["t3", burstable],
  ["t4g", burstable],
  ["m5", general],
  ["m6g", general],
  ["m6i", general],
  ["m7g", general],
  ["r5", memory],
  ["r6g", memory],
  ["r6i", memory],
  ["r7g", memory],
]);

/**
 * The formulas divide `DBInstanceClassMemory`, which is what the operating system and RDS's own processes leave of the
 * instance's memory. AWS does not publish that amount; this estimate stays below what instances report.
 */
const systemBytes = 256 * 2 ** 20;
const systemShare = 0.05;

/** @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html#RDS_Limits.MaxConnections */
const bytesPerConnection = { postgres: 9_531_392, mysql: 12_582_880 } as const;
const mostConnections = { postgres: 5000, mysql: 100_000 } as const;

/** Connections that only superusers and RDS itself may take. @see https://www.postgresql.org/docs/current/runtime-config-connection.html */
export const reservedConnections = 5;

/** Instance classes whose memory is known, from small to large within a family. */
export function knownInstanceClasses(): readonly string[] {
  return [...memoryGiB].flatMap(([family, sizes]) =>
    Object.keys(sizes).map((size) => `db.${family}.${size}`),
  );
}

/** Connections that the default parameters allow; undefined for an instance class whose memory is not known here. */
export function maxConnections(engine: DatabaseEngineName, instanceClass: string): number | undefined {
  const gib = instanceMemoryGiB(instanceClass);
  if (gib === undefined) return undefined;
  const bytes = gib * GiB * (1 - systemShare) - systemBytes;
  return Math.min(mostConnections[engine], Math.floor(bytes / bytesPerConnection[engine]));
}

function instanceMemoryGiB(instanceClass: string): number | undefined {
  const [, family = "", size = ""] = instanceClass.split(".");
  const sizes = memoryGiB.get(family);
  return sizes && Object.hasOwn(sizes, size) ? sizes[size] : undefined;
}
