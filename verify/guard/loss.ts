import { statefulTypes, trafficTypes } from "../../terraform/summary/stateful-types";

/** What a resource takes with it when it is deleted or replaced. */
export interface Loss {
  readonly kind: "data" | "traffic";
  /** `loses its logs`, `stops its tasks`. */
  readonly loses: string;
}

/**
 * What goes with a resource of a type; undefined for what nobody misses.
 *
 * What carries requests counts as that, also where it cannot be made again as it was: a balancer's DNS name is no data.
 */
export function lossOf(type: string): Loss | undefined {
  const stopped = trafficTypes[type];
  if (stopped !== undefined) return { kind: "traffic", loses: `stops ${stopped}` };
  const lost = statefulTypes[type];
  return lost === undefined ? undefined : { kind: "data", loses: `loses ${lost}` };
}
