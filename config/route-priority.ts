import { createHash } from "node:crypto";
import { quotas } from "../limits/quotas";

/** What decides which of two routes is asked first. */
export interface RoutePattern {
  readonly path: string;
  readonly host?: string | undefined;
}

/** Hosts are compared first: a name, then a pattern, then any host. */
const hostBands = 3;
const hostBandSize = Math.floor(quotas.largestRulePriority / hostBands);
/** A path is at most 128 characters with at least one wildcard, so that 0 to 127 stand for themselves. */
const literalLengths = 128;
const slotsPerLength = 100;
/** Exact paths cannot match each other's requests: they share one band, before all patterns. */
const exactSlots = hostBandSize - literalLengths * slotsPerLength;

/**
 * Priority of the listener rule of a route, from its host and path alone, so that adding or removing a route never moves
 * another one: AWS has no way to swap two priorities without a moment in which one of them is missing.
 *
 * More specific routes come first: host before no host, exact path before pattern, more literal characters before fewer.
 * Within that, a hash chooses; two routes can choose the same number.
 */
export function routePriority({ path, host }: RoutePattern): number {
  const hostBand = host === undefined ? 2 : isPattern(host) ? 1 : 0;
  return 1 + hostBand * hostBandSize + withinHostBand(path, `${host?.toLowerCase() ?? ""} ${path}`);
}

function withinHostBand(path: string, key: string): number {
  if (!isPattern(path)) return hash(key) % exactSlots;
  const literals = path.replaceAll(/[*?]/g, "").length;
  const fromTheTop = literalLengths - 1 - Math.min(literals, literalLengths - 1);
  return exactSlots + fromTheTop * slotsPerLength + (hash(key) % slotsPerLength);
}

function isPattern(text: string): boolean {
  return /[*?]/.test(text);
}

function hash(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE(0);
}
