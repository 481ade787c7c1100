import type { Service } from "@aws-sdk/client-ecs";
import type { DeliveryTarget } from "../../contract/delivery-target";

/** A service that is to run another revision. */
export interface RolloutRequest {
  readonly target: DeliveryTarget;
  /** The service as it was before. */
  readonly before: Service;
  /** Revision to run. */
  readonly revisionArn: string;
  /** Digest of the application container's image in that revision, `sha256:…`. */
  readonly digest: string;
  /**
   * Digests that tasks may report for it: the digest itself and, when that is an image index, those of its images: ECS reports what
   * it pulled.
   */
  readonly acceptedDigests: readonly string[];
  /** Alarms that fired before and that the caller chose to go on in spite of: they do not count against *done*. */
  readonly toleratedAlarms?: readonly string[];
  /** After this time without an end, the deployment is stopped and rolled back. */
  readonly timeoutSeconds: number;
  /**
   * Why it is stopped then, after "it was".
   *
   * @default - not healthy within that time
   */
  readonly stopBecause?: string;
  /** Seconds between two looks. */
  readonly pollSeconds: number;
}

/** A deployment that is under way. */
export interface StartedRollout extends RolloutRequest {
  /** ARN of the service deployment, or id of CodeDeploy's. */
  readonly deployment: string;
}

/** How a deployment ended, with the sentence that says why. */
export interface Verdict {
  readonly outcome: "done" | "rolled-back" | "failed" | "interrupted";
  readonly message: string;
  /** Revision of a deployment of somebody else that took the place of this one. */
  readonly supersededBy?: string;
}
