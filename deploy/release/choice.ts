import type { TaggedRevision } from "../ports/ecs-port";
import type { InspectedImage } from "./inspect-image";

/** What a command wants a service to run. */
export type Choice = ChosenImage | ChosenRevision;

/** The template with an image. */
export interface ChosenImage {
  readonly kind: "image";
  readonly image: InspectedImage;
  /** What was asked for, in the asker's words. */
  readonly asked: string;
}

/** A release that exists, as it is. */
export interface ChosenRevision {
  readonly kind: "revision";
  readonly revision: TaggedRevision;
  readonly image: InspectedImage;
}
