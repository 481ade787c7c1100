import type { CodeDeployPort } from "../ports/codedeploy-port";
import { clientOptions } from "./client-options";
import type { AwsConnection } from "./connect-aws";
import { once } from "./once";
import { unlessMissing } from "./unless-missing";

export function connectCodeDeploy(connection: AwsConnection): CodeDeployPort {
  const open = once(async () => {
    const sdk = await import("@aws-sdk/client-codedeploy");
    return { sdk, client: new sdk.CodeDeployClient(clientOptions(connection)) };
  });
  return {
    async getDeploymentGroup(application, group) {
      const { sdk, client } = await open();
      const command = new sdk.GetDeploymentGroupCommand({
        applicationName: application,
        deploymentGroupName: group,
      });
      const answer = await unlessMissing(
        client.send(command),
        "ApplicationDoesNotExistException",
        "DeploymentGroupDoesNotExistException",
      );
      return answer?.deploymentGroupInfo;
    },

    async createDeployment(application, group, appSpec, description) {
      const { sdk, client } = await open();
      const { deploymentId } = await client.send(
        new sdk.CreateDeploymentCommand({
          applicationName: application,
          deploymentGroupName: group,
          description,
          revision: { revisionType: "AppSpecContent", appSpecContent: { content: appSpec } },
        }),
      );
      if (deploymentId === undefined) throw new Error("CodeDeploy answered CreateDeployment without an id.");
      return deploymentId;
    },

    async getDeployment(id) {
      const { sdk, client } = await open();
      const answer = await unlessMissing(
        client.send(new sdk.GetDeploymentCommand({ deploymentId: id })),
        "DeploymentDoesNotExistException",
        "InvalidDeploymentIdException",
      );
      return answer?.deploymentInfo;
    },

    async getDeploymentTarget(id, target) {
      const { sdk, client } = await open();
      const answer = await unlessMissing(
        client.send(new sdk.GetDeploymentTargetCommand({ deploymentId: id, targetId: target })),
        "DeploymentNotStartedException",
        "DeploymentTargetDoesNotExistException",
      );
      return answer?.deploymentTarget;
    },

    async listActiveDeployments(application, group) {
      const { sdk, client } = await open();
      const { deployments } = await client.send(
        new sdk.ListDeploymentsCommand({
          applicationName: application,
          deploymentGroupName: group,
          includeOnlyStatuses: ["Created", "Queued", "InProgress", "Baking", "Ready"],
        }),
      );
      return deployments ?? [];
    },

    async listDeploymentsSince(application, group, since) {
      const { sdk, client } = await open();
      const { deployments } = await client.send(
        new sdk.ListDeploymentsCommand({
          applicationName: application,
          deploymentGroupName: group,
          ...(since !== undefined && { createTimeRange: { start: since } }),
        }),
      );
      return deployments ?? [];
    },

    async stopDeployment(id) {
      const { sdk, client } = await open();
      await client.send(new sdk.StopDeploymentCommand({ deploymentId: id, autoRollbackEnabled: true }));
    },
  };
}
