import type { AwsPorts } from "../ports/ports";
import type { RolloutRequest, StartedRollout } from "./rollout";

/** Gives the service the asked revision: this is the moment from which AWS goes on by itself. */
export async function startRollout(request: RolloutRequest, ports: AwsPorts): Promise<StartedRollout> {
  const service = await ports.ecs.updateService(
    request.target.cluster,
    request.target.serviceName,
    request.revisionArn,
  );
  return { ...request, deployment: service.currentServiceDeployment ?? "" };
}
