import { type Region } from "../region";
import { everything, text, type Input, type Needs } from "./needs";

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscodedeploy.html */
export const codeDeployNeeds: Readonly<Record<string, Needs>> = {
  "codedeploy:GetDeploymentGroup": (region, input) => [{ resource: groupArn(region, input) }],
  "codedeploy:ListDeployments": (region, input) => [{ resource: groupArn(region, input) }],
  "codedeploy:GetDeployment": (region, input) => {
    const info = region.codeDeployments.get(text(input, "deploymentId"))?.info;
    return [{ resource: groupArn(region, { ...info }) }];
  },
  "codedeploy:GetDeploymentTarget": everything,
  "codedeploy:StopDeployment": everything,
  // What it reads and registers on the way: https://docs.aws.amazon.com/codedeploy/latest/userguide/auth-and-access-control-permissions-reference.html
  "codedeploy:CreateDeployment": (region, input) => {
    const application = text(input, "applicationName");
    const group = region.deploymentGroups.get(`${application}/${text(input, "deploymentGroupName")}`);
    return [
      { resource: groupArn(region, input) },
      {
        action: "codedeploy:RegisterApplicationRevision",
        resource: region.arn("codedeploy", `application:${application}`),
      },
      {
        action: "codedeploy:GetDeploymentConfig",
        resource: region.arn("codedeploy", `deploymentconfig:${group?.info.deploymentConfigName}`),
      },
    ];
  },
};

function groupArn(region: Region, input: Input): string {
  return region.arn(
    "codedeploy",
    `deploymentgroup:${text(input, "applicationName")}/${text(input, "deploymentGroupName")}`,
  );
}
