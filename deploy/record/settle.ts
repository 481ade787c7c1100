import type { DeliveryTarget } from "../../contract/delivery-target";
import type { AwsPorts } from "../ports/ports";
import type { Report } from "../progress/progress";

/** A release that was proved healthy. */
export interface ProvedRelease {
  readonly target: DeliveryTarget;
  readonly aws: AwsPorts;
  readonly revisionArn: string;
  /** Of the application container's image. */
  readonly digest: string;
}

/**
 * Records that a release is healthy in its environment: the revision's tag first, then the registry's tags. What cannot be recorded is
 * reported as a warning and does not change the outcome; nothing is written that is there already, so this repairs as well.
 */
export function settle(_release: ProvedRelease, _report: Report, _now: () => number): Promise<void> {
  throw new Error("being built");
}
