import { createHash } from "node:crypto";
import { registryHost, type PrivateRegistry } from "./private-images";

/**
 * Names of AWS resources, composed in one place so that `config/` can check their length before Terraform runs.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html (32 characters)
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html (32 characters)
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html (63 characters)
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html (64 characters)
 * @see https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html (2 to 256 characters)
 */
export const nameLimits = {
  loadBalancer: 32,
  targetGroup: 32,
  databaseIdentifier: 63,
  role: 64,
  bucket: 63,
  shortestRepository: 2,
} as const;

export function loadBalancerName(environment: string, kind: "public" | "internal"): string {
  return `${environment}-${kind}`;
}

/** Settings of a target group that AWS cannot change in place. */
export interface TargetGroupIdentity {
  readonly port: number;
  readonly protocol: string;
  readonly targetType: string;
}

/**
 * A target group cannot be deleted while a listener uses it, so a replacement is created first and needs a name of its
 * own: the name ends in a fingerprint of the settings that force a replacement.
 */
export function targetGroupName(environment: string, service: string, identity: TargetGroupIdentity): string {
  const text = `${identity.protocol}:${identity.port}:${identity.targetType}`;
  const fingerprint = createHash("sha256").update(text).digest("hex").slice(0, 4);
  return `${environment}-${service}-${fingerprint}`;
}

/** The second target group of a service whose deployments shift traffic; as long as the first one's name. */
export function alternateTargetGroupName(
  environment: string,
  service: string,
  identity: TargetGroupIdentity,
): string {
  return targetGroupName(environment, service, {
    ...identity,
    targetType: `${identity.targetType}:alternate`,
  });
}

export function taskFamily(environment: string, service: string): string {
  return `${environment}-${service}`;
}

/** Family of the seed; no service has it, because service names hold no underscore. */
export function seedFamily(environment: string, service: string): string {
  return `${taskFamily(environment, service)}_seed`;
}

export function databaseIdentifier(environment: string, database: string): string {
  return `${environment}-${database}`;
}

export function monitoringRoleName(environment: string, database: string): string {
  return `${databaseIdentifier(environment, database)}-monitoring`;
}

export function executionRoleName(environment: string, service: string): string {
  return `${environment}-${service}-execution`;
}

export function taskRoleName(environment: string, service: string): string {
  return `${environment}-${service}-task`;
}

/** Role that ECS shifts a service's traffic with. */
export function infrastructureRoleName(environment: string, service: string): string {
  return `${environment}-${service}-infrastructure`;
}

/** Role that ECS calls a service's deployment hooks with. */
export function hooksRoleName(environment: string, service: string): string {
  return `${environment}-${service}-hooks`;
}

/** Role that CodeDeploy deploys a service with. */
export function codedeployRoleName(environment: string, service: string): string {
  return `${environment}-${service}-codedeploy`;
}

/** CodeDeploy application and deployment group of a service. */
export function codedeployName(environment: string, service: string): string {
  return `${environment}-${service}`;
}

/** Alarm on the share of requests that the tasks of a service answer with 5xx. */
export function errorAlarmName(environment: string, service: string): string {
  return `${environment}-${service}-errors`;
}

/** Role that may deploy one service in one environment. */
export function deployRoleName(environment: string, service: string): string {
  return `${environment}-${service}-deploy`;
}

/** Role of the tooling account that may push images of one service. */
export function pushRoleName(service: string): string {
  return `${service}-push`;
}

export function roleArn(account: string, name: string): string {
  return `arn:aws:iam::${account}:role/${name}`;
}

/** Where the containers of a service log to. */
export function serviceLogGroupName(environment: string, service: string): string {
  return `/ecs/${environment}/${service}`;
}

export function accessLogBucketName(environment: string, account: string, region: string): string {
  return `${environment}-access-logs-${account}-${region}`;
}

/** Private DNS zone of an environment; each backend has a name in it. */
export function internalZoneName(environment: string): string {
  return `${environment}.internal`;
}

/** What callers of a backend call. */
export function internalUrl(service: string, zoneName: string, listenerPort: number): string {
  return `http://${service}.${zoneName}:${listenerPort}`;
}

/** Reference of the image that should run in an environment. */
export function environmentImage(registry: PrivateRegistry, service: string, environment: string): string {
  return `${registryHost(registry)}/${service}:${environment}`;
}

export function repositoryArn({ account, region }: PrivateRegistry, name: string): string {
  return `arn:aws:ecr:${region}:${account}:repository/${name}`;
}
