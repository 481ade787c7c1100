import type { DeploymentGroupInfo, DeploymentInfo } from "@aws-sdk/client-codedeploy";

/** @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/Welcome.html */
export interface CodeDeployPort {
  /** Undefined when application or group does not exist. */
  getDeploymentGroup(application: string, group: string): Promise<DeploymentGroupInfo | undefined>;
  /** @param appSpec content of the AppSpec file, as JSON @returns id of the deployment */
  createDeployment(application: string, group: string, appSpec: string, description: string): Promise<string>;
  getDeployment(id: string): Promise<DeploymentInfo | undefined>;
  /** Ids of deployments that are not over. */
  listActiveDeployments(application: string, group: string): Promise<readonly string[]>;
  /** Stops a deployment and rolls back. */
  stopDeployment(id: string): Promise<void>;
}
