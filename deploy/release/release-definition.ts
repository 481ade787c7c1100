import type { RegisterTaskDefinitionCommandInput, TaskDefinition } from "@aws-sdk/client-ecs";
import type { DeliveryTarget } from "../../contract/delivery-target";
import type { TaggedRevision } from "../ports/ecs-port";
import { digestOf, imageByDigest } from "./image-reference";
import { readReleaseTags, writeReleaseTags, type ReleaseTags } from "./release-tags";

/** What AWS adds to a revision and does not take back. */
export const readOnlyFields = [
  "taskDefinitionArn",
  "revision",
  "status",
  "requiresAttributes",
  "compatibilities",
  "registeredAt",
  "registeredBy",
  "deregisteredAt",
  "deleteRequestedAt",
] as const satisfies readonly (keyof TaskDefinition)[];

/** The template with this image in the application container, and nothing else changed: what to register as release. */
export function releaseDefinition(
  target: DeliveryTarget,
  template: TaggedRevision,
  tags: ReleaseTags & { readonly digest: string },
): RegisterTaskDefinitionCommandInput {
  const definition: TaskDefinition = { ...template.taskDefinition };
  for (const field of readOnlyFields) delete definition[field];
  const image = imageByDigest(target.repositoryUrl, tags.digest);
  return {
    ...definition,
    family: target.taskFamily,
    containerDefinitions: (definition.containerDefinitions ?? []).map((container) =>
      container.name === target.container ? { ...container, image } : container,
    ),
    tags: writeReleaseTags(tags, template.tags),
  };
}

/** Digest that a revision runs in the application container; undefined for seed and template. */
export function digestOfRevision(
  { repositoryUrl, container }: DeliveryTarget,
  { taskDefinition }: TaggedRevision,
): string | undefined {
  const application = taskDefinition.containerDefinitions?.find(({ name }) => name === container);
  return digestOf(application?.image, repositoryUrl);
}

/** Whether a revision is a release of this template and digest. */
export function isReleaseOf(
  target: DeliveryTarget,
  revision: TaggedRevision,
  templateArn: string,
  digest: string,
): boolean {
  return (
    revision.taskDefinition.status === "ACTIVE" &&
    readReleaseTags(revision.tags).template === templateArn &&
    digestOfRevision(target, revision) === digest
  );
}
