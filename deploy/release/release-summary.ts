import type { DeliveryTarget } from "../../contract/delivery-target";
import type { TaggedRevision } from "../ports/ecs-port";
import { shortName } from "../rollout/short-name";
import { digestOfRevision } from "./release-definition";
import { readReleaseTags } from "./release-tags";

/** What a revision says of itself; what is not known is absent. */
export interface ReleaseSummary {
  /** `dev-orders:13`. */
  readonly revision: string;
  /** Undefined: no release, but the seed or a template. */
  readonly digest?: string;
  /** What was asked for: a tag, a digest or a URI. */
  readonly image?: string;
  readonly commit?: string;
  readonly pipeline?: string;
  readonly person?: string;
  /** ISO 8601. */
  readonly registeredAt?: string;
  /** When it was last proved healthy, ISO 8601. */
  readonly healthyAt?: string;
  /** Why it runs although no environment before proved it. */
  readonly unproven?: string;
}

export function releaseSummary(target: DeliveryTarget, revision: TaggedRevision): ReleaseSummary {
  const { taskDefinition, tags } = revision;
  const { image, commit, pipeline, person, healthy, unproven } = readReleaseTags(tags);
  const known = {
    digest: digestOfRevision(target, revision),
    ...{ image, commit, pipeline, person },
    registeredAt: taskDefinition.registeredAt?.toISOString(),
    healthyAt: healthy,
    unproven,
  };
  return {
    revision: shortName(taskDefinition.taskDefinitionArn ?? ""),
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
  };
}
