import type { CodeDeployTarget } from "../../contract/delivery-target";
import type { AwsPorts } from "../ports/ports";
import { appSpec } from "./app-spec";
import type { RolloutRequest, StartedRollout } from "./rollout";

/** Gives the service the asked revision: from this moment AWS goes on by itself. */
export async function startRollout(request: RolloutRequest, ports: AwsPorts): Promise<StartedRollout> {
  const { codedeploy } = request.target;
  return {
    ...request,
    deployment:
      codedeploy === undefined
        ? await updateService(request, ports)
        : await createDeployment(request, codedeploy, ports),
  };
}

/**
 * ARN of the new service deployment. Where ECS still names the one before, the id of the service's primary deployment stands for it
 * until ECS lists it.
 */
async function updateService(
  { target, before, revisionArn }: RolloutRequest,
  ports: AwsPorts,
): Promise<string> {
  const service = await ports.ecs.updateService(target.cluster, target.serviceName, revisionArn);
  const current = service.currentServiceDeployment;
  if (current !== undefined && current !== before.currentServiceDeployment) return current;
  return service.deployments?.find(({ status }) => status === "PRIMARY")?.id ?? "";
}

async function createDeployment(
  { target, revisionArn }: RolloutRequest,
  { application, deploymentGroup }: CodeDeployTarget,
  { codedeploy }: AwsPorts,
): Promise<string> {
  try {
    return await codedeploy.createDeployment(
      application,
      deploymentGroup,
      appSpec(target, revisionArn),
      revisionArn,
    );
  } catch (error) {
    // One deployment per group: a second attempt after a lost answer is refused because of the first.
    if (!(error instanceof Error) || error.name !== "DeploymentLimitExceededException") throw error;
    for (const id of await codedeploy.listActiveDeployments(application, deploymentGroup)) {
      if ((await codedeploy.getDeployment(id))?.description === revisionArn) return id;
    }
    throw error;
  }
}
