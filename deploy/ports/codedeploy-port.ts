import type { DeploymentGroupInfo, DeploymentInfo, DeploymentTarget } from "@aws-sdk/client-codedeploy";

/** @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/Welcome.html */
export interface CodeDeployPort {
  /** Undefined when application or group does not exist. */
  getDeploymentGroup(application: string, group: string): Promise<DeploymentGroupInfo | undefined>;
  /** @param appSpec content of the AppSpec file, as JSON @returns id of the deployment */
  createDeployment(application: string, group: string, appSpec: string, description: string): Promise<string>;
  getDeployment(id: string): Promise<DeploymentInfo | undefined>;
  /** Stage by stage with the traffic's share. @param target `<cluster>:<service>` @returns undefined before CodeDeploy has begun */
  getDeploymentTarget(id: string, target: string): Promise<DeploymentTarget | undefined>;
  /** Ids of deployments that are not over. */
  listActiveDeployments(application: string, group: string): Promise<readonly string[]>;
  /** Ids of deployments that were created at this time or later, over or not; undefined: all. In no order. */
  listDeploymentsSince(
    application: string,
    group: string,
    since: Date | undefined,
  ): Promise<readonly string[]>;
  /** Stops a deployment and rolls back. */
  stopDeployment(id: string): Promise<void>;
}
