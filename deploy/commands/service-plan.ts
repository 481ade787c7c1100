import type { RegisterTaskDefinitionCommandInput, Service } from "@aws-sdk/client-ecs";
import type { TaggedRevision } from "../ports/ecs-port";
import type { Facts } from "../preconditions/facts";
import type { InspectedImage } from "../release/inspect-image";

/** What would be done to one service, after everything was checked. */
export interface ServicePlan {
  readonly facts: Facts;
  /** When the service was looked at, milliseconds since 1970. */
  readonly at: number;
  readonly before: Service;
  /** Revision that runs; undefined when AWS has it no more. */
  readonly running: TaggedRevision | undefined;
  readonly image: InspectedImage;
  readonly release: PlannedRelease;
  /** ARNs of revisions that crashed deploys left. */
  readonly leftovers: readonly string[];
  /** Digest that runs healthy although the registry does not say so. */
  readonly unrecordedDigest?: string;
  readonly toleratedAlarms: readonly string[];
}

export type PlannedRelease =
  /** A new revision. */
  | { readonly kind: "register"; readonly input: RegisterTaskDefinitionCommandInput }
  /** A revision that the same deploy registered before it crashed. */
  | { readonly kind: "reuse"; readonly revisionArn: string }
  /** A release of before, as it was. */
  | { readonly kind: "restore"; readonly revisionArn: string }
  /** It runs already, proved healthy just now. */
  | { readonly kind: "unchanged"; readonly revisionArn: string };
