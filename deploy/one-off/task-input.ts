import type { RunTaskCommandInput, Service } from "@aws-sdk/client-ecs";
import { oneOffTaskTag } from "../../contract/deploy-permission";
import type { DeliveryTarget } from "../../contract/delivery-target";

export interface OneOffTask {
  readonly target: DeliveryTarget;
  /** Whose network and capacity the task gets. */
  readonly service: Service;
  readonly revisionArn: string;
  /** Replaces the application container's command; an entry point of its image stays. */
  readonly command: readonly string[];
  /** Names this one run: with it, a second attempt to start the task starts no second task. */
  readonly id: string;
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html */
export function taskInput({ target, service, revisionArn, command, id }: OneOffTask): RunTaskCommandInput {
  // CodeDeploy's services keep these in their task sets.
  const [primary] = (service.taskSets ?? []).filter(({ status }) => status === "PRIMARY");
  const network = service.networkConfiguration ?? primary?.networkConfiguration;
  const strategy = service.capacityProviderStrategy ?? primary?.capacityProviderStrategy ?? [];
  const launchType = service.launchType ?? primary?.launchType;
  const platformVersion = service.platformVersion ?? primary?.platformVersion;
  return {
    cluster: target.cluster,
    taskDefinition: revisionArn,
    count: 1,
    clientToken: id,
    startedBy: startedBy(id),
    tags: [{ key: oneOffTaskTag, value: target.service }],
    ...(network && { networkConfiguration: network }),
    ...(strategy.length > 0 ? { capacityProviderStrategy: strategy } : { ...(launchType && { launchType }) }),
    ...(platformVersion && { platformVersion }),
    overrides: { containerOverrides: [{ name: target.container, command: [...command] }] },
  };
}

/** At most 36 characters. */
export function startedBy(id: string): string {
  return `ecs-env/${id}`.slice(0, 36);
}
