import type { DeliveryTarget } from "../../contract/delivery-target";
import type { AwsPorts } from "../ports/ports";
import type { TargetSource } from "./target-source";

export interface TargetName {
  readonly environment: string;
  readonly service: string;
}

/**
 * The delivery target of one service in one environment.
 *
 * @param aws asked only for a parameter
 * @throws PreconditionError when there is none, or it cannot be read
 */
export function findTarget(
  _name: TargetName,
  _source: TargetSource,
  _aws: AwsPorts,
): Promise<DeliveryTarget> {
  throw new Error("being built");
}
