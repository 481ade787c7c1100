import type { Controller, Strategy } from "./deployment";

/**
 * Where the application pipeline deploys one service in one environment: written by Terraform, read by `ecs-env deploy`. JSON, in SSM
 * Parameter Store at `/delivery/<environment>/<service>`, and in Vault's KV v2 where the environment names one.
 *
 * New optional fields do not change the version; a reader refuses a version that it does not know.
 *
 * @see docs/deploy.md
 */
export interface DeliveryTarget {
  readonly version: 1;
  readonly environment: string;
  readonly service: string;
  /** AWS account of the environment, 12 digits. */
  readonly account: string;
  readonly region: string;
  /** Name of the ECS cluster. */
  readonly cluster: string;
  /** Name of the ECS service. */
  readonly serviceName: string;
  /** Family that releases are registered in. */
  readonly taskFamily: string;
  /** Terraform's revision: a release is this with an image. */
  readonly templateArn: string;
  /** The application container, whose image a release replaces. */
  readonly container: string;
  /** Port of the application container that the load balancer sends to; none for workers. */
  readonly containerPort?: number;
  /** ECR repository without tag, for example `999999999999.dkr.ecr.eu-west-1.amazonaws.com/orders`. */
  readonly repositoryUrl: string;
  /** Tag that names what this environment runs. */
  readonly imageTag: string;
  /** Role that may deploy this service, and nothing else. */
  readonly deployRoleArn: string;
  /** Role that may push images of this service. Absent where no pipeline is declared. */
  readonly pushRoleArn?: string;
  /** Environment in which an image must have been healthy before it runs here. */
  readonly promotedFrom?: string;
  readonly strategy: Strategy;
  readonly controller: Controller;
  /** Minutes that a deployment waits on purpose while traffic shifts; absent where tasks are replaced in place. */
  readonly shiftMinutes?: number;
  /** Present exactly with the controller `codedeploy`. */
  readonly codedeploy?: CodeDeployTarget;
}

export interface CodeDeployTarget {
  readonly application: string;
  readonly deploymentGroup: string;
  /** Lambda functions that CodeDeploy asks, by hook: `{ "AfterAllowTestTraffic": "<ARN>" }`. */
  readonly hooks?: Readonly<Record<string, string>>;
}

/** Name of the SSM parameter, and path in Vault. */
export function deliveryTargetPath(environment: string, service: string): string {
  return `/delivery/${environment}/${service}`;
}
