import type { TaskDefinition } from "@aws-sdk/client-ecs";
import type { EcsPort, TaggedRevision } from "../ports/ecs-port";
import { clientOptions } from "./client-options";
import type { AwsConnection } from "./connect-aws";
import { inPortions } from "./in-portions";
import { once } from "./once";
import { unlessMissing } from "./unless-missing";

/** What one call describes at most. */
const tasksPerCall = 100;
const deploymentsPerCall = 20;
const tasksPerPage = 100;

export function connectEcs(connection: AwsConnection): EcsPort {
  const open = once(async () => {
    const sdk = await import("@aws-sdk/client-ecs");
    return { sdk, client: new sdk.ECSClient(clientOptions(connection)) };
  });
  /** RegisterTaskDefinition has no token that makes a second attempt harmless: whoever calls it looks before trying again. */
  const openOnce = once(async () => {
    const sdk = await import("@aws-sdk/client-ecs");
    return { sdk, client: new sdk.ECSClient(clientOptions({ ...connection, maxAttempts: 1 })) };
  });
  return {
    async describeService(cluster, service) {
      const { sdk, client } = await open();
      const command = new sdk.DescribeServicesCommand({ cluster, services: [service] });
      const answer = await unlessMissing(client.send(command), "ClusterNotFoundException");
      return answer?.services?.[0];
    },

    async describeTaskDefinition(revision) {
      const { sdk, client } = await open();
      const command = new sdk.DescribeTaskDefinitionCommand({ taskDefinition: revision, include: ["TAGS"] });
      try {
        return tagged(await client.send(command));
      } catch (error) {
        // AWS has no error of its own for this.
        if (isUndescribable(error)) return undefined;
        throw error;
      }
    },

    async listTaskDefinitions(family, limit) {
      const { sdk, client } = await open();
      const { taskDefinitionArns } = await client.send(
        new sdk.ListTaskDefinitionsCommand({
          familyPrefix: family,
          status: "ACTIVE",
          sort: "DESC",
          maxResults: limit,
        }),
      );
      return taskDefinitionArns ?? [];
    },

    async registerTaskDefinition(input) {
      const { sdk, client } = await openOnce();
      return tagged(await client.send(new sdk.RegisterTaskDefinitionCommand(input)));
    },

    async deregisterTaskDefinition(arn) {
      const { sdk, client } = await open();
      await client.send(new sdk.DeregisterTaskDefinitionCommand({ taskDefinition: arn }));
    },

    async tagResource(arn, tags) {
      const { sdk, client } = await open();
      const list = Object.entries(tags).map(([key, value]) => ({ key, value }));
      await client.send(new sdk.TagResourceCommand({ resourceArn: arn, tags: list }));
    },

    async updateService(cluster, service, taskDefinition) {
      const { sdk, client } = await open();
      const answer = await client.send(new sdk.UpdateServiceCommand({ cluster, service, taskDefinition }));
      if (answer.service === undefined) throw new Error("ECS answered UpdateService without the service.");
      return answer.service;
    },

    async listServiceDeployments(cluster, service, { statuses, limit }) {
      const { sdk, client } = await open();
      const { serviceDeployments } = await client.send(
        new sdk.ListServiceDeploymentsCommand({
          cluster,
          service,
          ...(statuses !== undefined && { status: [...statuses] }),
          maxResults: limit,
        }),
      );
      return serviceDeployments ?? [];
    },

    describeServiceDeployments: (arns) =>
      inPortions(arns, deploymentsPerCall, async (serviceDeploymentArns) => {
        const { sdk, client } = await open();
        const command = new sdk.DescribeServiceDeploymentsCommand({ serviceDeploymentArns });
        return (await client.send(command)).serviceDeployments ?? [];
      }),

    describeServiceRevisions: (arns) =>
      inPortions(arns, deploymentsPerCall, async (serviceRevisionArns) => {
        const { sdk, client } = await open();
        const command = new sdk.DescribeServiceRevisionsCommand({ serviceRevisionArns });
        return (await client.send(command)).serviceRevisions ?? [];
      }),

    async stopServiceDeployment(arn) {
      const { sdk, client } = await open();
      await client.send(
        new sdk.StopServiceDeploymentCommand({ serviceDeploymentArn: arn, stopType: "ROLLBACK" }),
      );
    },

    async listTasks(cluster, { service, startedBy, desiredStatus }) {
      const { sdk, client } = await open();
      const tasks: string[] = [];
      let nextToken: string | undefined;
      do {
        const page = await client.send(
          new sdk.ListTasksCommand({
            cluster,
            ...(service !== undefined && { serviceName: service }),
            ...(startedBy !== undefined && { startedBy }),
            desiredStatus,
            maxResults: tasksPerPage,
            nextToken,
          }),
        );
        tasks.push(...(page.taskArns ?? []));
        nextToken = page.nextToken;
      } while (nextToken !== undefined);
      return tasks;
    },

    describeTasks: (cluster, all) =>
      inPortions(all, tasksPerCall, async (tasks) => {
        const { sdk, client } = await open();
        return (await client.send(new sdk.DescribeTasksCommand({ cluster, tasks }))).tasks ?? [];
      }),

    async runTask(input) {
      const { sdk, client } = await open();
      const { tasks, failures } = await client.send(new sdk.RunTaskCommand(input));
      const task = tasks?.[0];
      if (task !== undefined) return task;
      const reasons = (failures ?? []).map(({ reason, detail }) => detail ?? reason ?? "no reason given");
      throw new Error(`ECS did not start the task: ${reasons.join(", ") || "no reason given"}.`);
    },

    async stopTask(cluster, task, reason) {
      const { sdk, client } = await open();
      await client.send(new sdk.StopTaskCommand({ cluster, task, reason }));
    },
  };
}

function tagged(answer: {
  taskDefinition?: TaskDefinition;
  tags?: TaggedRevision["tags"] | undefined;
}): TaggedRevision {
  if (answer.taskDefinition === undefined) throw new Error("ECS answered without the task definition.");
  return { taskDefinition: answer.taskDefinition, tags: answer.tags ?? [] };
}

function isUndescribable(error: unknown): boolean {
  if (!(error instanceof Error) || !["ClientException", "InvalidParameterException"].includes(error.name))
    return false;
  return /unable to describe task definition|not found/i.test(error.message);
}
