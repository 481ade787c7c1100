import type { TaggedRevision } from "../ports/ecs-port";
import type { Facts } from "../preconditions/facts";
import type { InspectedImage } from "../release/inspect-image";
import { missingProof, type Doubt } from "../rollout/missing-proof";
import { readRunning } from "../rollout/running-look";
import { serviceLook } from "../rollout/service-look";

/** What speaks against it that a revision runs healthy: the same proof that a deployment must bring. */
export async function doubts(
  facts: Facts,
  running: TaggedRevision,
  { acceptedDigests }: InspectedImage,
): Promise<readonly Doubt[]> {
  const service = await facts.service();
  if (service === undefined) return [];
  const look = {
    service: serviceLook(service),
    deployment: undefined,
    running: await readRunning(facts.target, service, facts.aws),
  };
  return missingProof(look, {
    revisionArn: running.taskDefinition.taskDefinitionArn ?? "",
    digests: acceptedDigests,
    toleratedAlarms: await facts.firing(),
  });
}
