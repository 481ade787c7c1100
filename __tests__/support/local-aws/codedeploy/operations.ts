import { createHash } from "node:crypto";
import {
  type CreateDeploymentCommandInput,
  type CreateDeploymentCommandOutput,
  type DeploymentInfo,
  type GetDeploymentCommandInput,
  type GetDeploymentCommandOutput,
  type GetDeploymentGroupCommandInput,
  type GetDeploymentGroupCommandOutput,
  type GetDeploymentTargetCommandInput,
  type GetDeploymentTargetCommandOutput,
  type ListDeploymentsCommandInput,
  type ListDeploymentsCommandOutput,
  type StopDeploymentCommandInput,
  type StopDeploymentCommandOutput,
} from "@aws-sdk/client-codedeploy";
import { AwsError } from "../protocol/aws-error";
import { operation, type Operations } from "../protocol/operation";
import { type Region } from "../region";
import { readAppSpec } from "./app-spec";
import { deploy } from "./deploy";
import { isActive, lifecycleEvents, type CodeDeployment, type DeploymentGroup } from "./deployment-group";
import { describeTarget } from "./describe-target";
import { rollBackBy } from "./roll-back-by";

/** @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_Operations.html */
export const codeDeployOperations: Operations = {
  "codedeploy:GetDeploymentGroup": operation<GetDeploymentGroupCommandInput, GetDeploymentGroupCommandOutput>(
    ({ region }, { applicationName = "", deploymentGroupName = "" }) => ({
      deploymentGroupInfo: findGroup(region, applicationName, deploymentGroupName).info,
    }),
  ),
  "codedeploy:CreateDeployment": operation<CreateDeploymentCommandInput, CreateDeploymentCommandOutput>(
    ({ region }, input) => {
      const { applicationName = "", deploymentGroupName = "", revision, description } = input;
      const group = findGroup(region, applicationName, deploymentGroupName);
      const active = [...region.codeDeployments.values()].find(
        (known) => known.group === group && isActive(known),
      );
      if (active)
        throw new AwsError(
          "DeploymentLimitExceededException",
          `The Deployment Group '${deploymentGroupName}' already has an active Deployment '${active.info.deploymentId}'`,
        );
      const content = revision?.appSpecContent?.content;
      const deployment = newDeployment(region, group, content, description);
      const id = deployment.info.deploymentId ?? "";
      region.codeDeployments.set(id, deployment);
      deployment.script = region.clock.run(deploy(region, deployment));
      return { deploymentId: id };
    },
  ),
  "codedeploy:GetDeployment": operation<GetDeploymentCommandInput, GetDeploymentCommandOutput>(
    ({ region }, { deploymentId = "" }) => ({ deploymentInfo: findDeployment(region, deploymentId).info }),
  ),
  "codedeploy:GetDeploymentTarget": operation<
    GetDeploymentTargetCommandInput,
    GetDeploymentTargetCommandOutput
  >(({ region }, { deploymentId = "", targetId = "" }) => ({
    deploymentTarget: describeTarget(region, findDeployment(region, deploymentId), targetId),
  })),
  "codedeploy:ListDeployments": operation<ListDeploymentsCommandInput, ListDeploymentsCommandOutput>(
    (
      { region },
      { applicationName = "", deploymentGroupName = "", includeOnlyStatuses, createTimeRange },
    ) => {
      const since = Math.floor(Number(createTimeRange?.start ?? 0) * 1_000);
      const group = findGroup(region, applicationName, deploymentGroupName);
      return {
        deployments: [...region.codeDeployments.values()]
          .filter((deployment) => deployment.group === group)
          .map(({ info }) => info)
          .filter(({ createTime }) => (createTime?.getTime() ?? 0) >= since)
          .filter(({ status }) => !includeOnlyStatuses || (status && includeOnlyStatuses.includes(status)))
          .flatMap(({ deploymentId }) => deploymentId ?? [])
          .reverse(),
      };
    },
  ),
  "codedeploy:StopDeployment": operation<StopDeploymentCommandInput, StopDeploymentCommandOutput>(
    ({ region }, { deploymentId = "", autoRollbackEnabled = false }) => {
      const deployment = findDeployment(region, deploymentId);
      if (!isActive(deployment))
        throw new AwsError(
          "DeploymentAlreadyCompletedException",
          `The deployment ${deploymentId} is already completed.`,
        );
      deployment.script?.cancel();
      Object.assign(deployment.info, {
        status: "Stopped",
        completeTime: region.clock.date(),
        errorInformation: { code: "MANUAL_STOP", message: "The deployment was stopped by a user." },
      } satisfies Partial<DeploymentInfo>);
      if (autoRollbackEnabled) rollBackBy(region, deployment);
      return { status: "Pending", statusMessage: "Stopping deployment." };
    },
  ),
};

function newDeployment(
  region: Region,
  group: DeploymentGroup,
  content: string | undefined,
  description: string | undefined,
): CodeDeployment {
  const spec = readAppSpec(content);
  const found = region.taskDefinitions.find(spec.taskDefinition);
  if (found?.taskDefinition.status !== "ACTIVE")
    throw new AwsError(
      "InvalidRevisionException",
      `The task definition ${spec.taskDefinition} is not active.`,
    );
  const { info } = group;
  return {
    group,
    taskDefinition: spec.taskDefinition,
    hooks: spec.hooks,
    outcome: group.service.outcomes.shift() ?? { outcome: "healthy" },
    events: lifecycleEvents.map((lifecycleEventName) => ({ lifecycleEventName, status: "Pending" })),
    blueTaskSet: group.service.taskSets.find(({ status }) => status === "PRIMARY")?.id,
    trafficWeight: 0,
    info: {
      applicationName: info.applicationName,
      deploymentGroupName: info.deploymentGroupName,
      deploymentConfigName: info.deploymentConfigName,
      deploymentId: `d-${region.ids.hex(9).toUpperCase()}`,
      // AWS does not give the content back, only its hash.
      revision: {
        revisionType: "AppSpecContent",
        appSpecContent: {
          sha256: createHash("sha256")
            .update(content ?? "")
            .digest("hex"),
        },
      },
      status: "Created",
      createTime: region.clock.date(),
      description,
      creator: "user",
      autoRollbackConfiguration: info.autoRollbackConfiguration,
      deploymentStyle: info.deploymentStyle,
      instanceTerminationWaitTimeStarted: false,
      computePlatform: "ECS",
    },
  };
}

function findGroup(region: Region, application: string, name: string): DeploymentGroup {
  const found = region.deploymentGroups.get(`${application}/${name}`);
  if (found) return found;
  const groups = [...region.deploymentGroups.values()];
  if (groups.some(({ info }) => info.applicationName === application))
    throw new AwsError("DeploymentGroupDoesNotExistException", `No Deployment Group found for name: ${name}`);
  throw new AwsError("ApplicationDoesNotExistException", `No application found for name: ${application}`);
}

function findDeployment(region: Region, id: string): CodeDeployment {
  const found = region.codeDeployments.get(id);
  if (found) return found;
  throw new AwsError("DeploymentDoesNotExistException", `The deployment ${id} could not be found`);
}
