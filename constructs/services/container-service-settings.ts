import type { EcsServiceLoadBalancerAdvancedConfiguration } from "@cdktf/provider-aws/lib/ecs-service";
import type { ITerraformDependable, Precondition } from "cdktf";
import type { ContainerDefinition } from "../../contract/container-definition";
import type { Deployment } from "../../contract/deployment";
import type { NetworkAttributes } from "../network/network";
import type { SecurityGroupPeer } from "../network/security-group";
import type { ClusterAttributes } from "./cluster";
import type { ServiceIdentity } from "./service-identity";
import type { ServiceSecret } from "./service-roles";
import type { TaskScaling } from "./task-scaling";

/** The smallest task that Fargate offers. */
export const defaultCpu = 256;
export const defaultMemoryMiB = 512;
export const defaultStopTimeoutSeconds = 30;

/** A connection to somewhere outside the VPC that tasks may open. */
export interface OutboundConnection {
  /** `internet`, or an IPv4 block. */
  readonly to: string;
  readonly port: number;
  readonly reason: string;
}

/** What all kinds of services take. */
export interface ContainerServiceSettings extends ServiceIdentity {
  readonly cluster: ClusterAttributes;
  readonly network: NetworkAttributes;
  /** Container definitions in AWS's own field names; one has the service's name: the application container. */
  readonly containers: readonly ContainerDefinition[];
  /** Image of the application container, for example `<registry>/orders:dev`; deploys replace it. */
  readonly image: string;
  /** Image that a new service starts from until its first deploy; needs a shell and busybox `httpd`. */
  readonly seedImage: string;
  /**
   * CPU units of a task; 1024 are one virtual CPU.
   *
   * @default 256
   */
  readonly cpu?: number;
  /**
   * Memory of a task, in MiB; must be a size that Fargate offers for the CPU.
   *
   * @default 512
   */
  readonly memoryMiB?: number;
  /**
   * Processor the image is built for.
   *
   * @default "X86_64"
   */
  readonly architecture?: "X86_64" | "ARM64";
  /**
   * Number of tasks, and what autoscaling holds. Without a target the number is fixed at the minimum.
   *
   * @default { minTasks: 2, maxTasks: 2 }
   */
  readonly scaling?: TaskScaling;
  /**
   * How a release replaces the one before it, and which alarms stop it and roll it back.
   *
   * @default - rolling, with the circuit breaker
   */
  readonly deployment?: Deployment;
  /**
   * Share of the tasks after the first that runs on Fargate Spot, 0 to 100. AWS may stop those with two minutes' notice.
   * The provider plans no other share for a service that exists: change it with `aws ecs update-service` first.
   *
   * @default 0
   */
  readonly spotPercent?: number;
  /**
   * Variables of the application container besides those in its definition. Attributes of other constructs resolve;
   * `${…}` that people wrote arrives as written.
   *
   * @default - none
   */
  readonly variables?: Readonly<Record<string, string>>;
  /**
   * Secrets of the application container by variable name, besides those in its definition.
   *
   * @default - none
   */
  readonly secrets?: Readonly<Record<string, ServiceSecret>>;
  /**
   * Connections to somewhere outside the VPC.
   *
   * @default - none
   */
  readonly outbound?: readonly OutboundConnection[];
  /**
   * Whether people may open a shell in tasks; the cluster must log such sessions.
   *
   * @default false
   */
  readonly exec?: boolean;
  /**
   * Seconds between asking a task to stop and killing it, 1 to 120.
   *
   * @default 30
   */
  readonly stopTimeoutSeconds?: number;
  /**
   * Whether a plan that destroys or replaces the service fails: a new service starts from the seed image again.
   *
   * @default false
   */
  readonly preventDestroy?: boolean;
  /**
   * Days of logs to keep. Older entries are deleted by CloudWatch.
   *
   * @default 30
   */
  readonly logRetentionDays?: number;
  /**
   * KMS key that encrypts the logs.
   *
   * @default - a key of CloudWatch Logs
   */
  readonly logEncryptionKeyArn?: string;
}

/** How requests come in; workers have none. */
export interface ServiceIngress {
  /** The load balancer, which alone reaches the tasks. */
  readonly from: SecurityGroupPeer;
  readonly port: number;
  readonly targetGroupArn: string;
  readonly healthCheckPath: string;
  readonly graceSeconds: number;
  /** `<load balancer>/<target group>` ARN suffixes, for scaling on requests. */
  readonly requestCountLabel: string;
  /** ECS refuses a target group that no listener uses: the service waits for the rules. */
  readonly rules: readonly ITerraformDependable[];
  /** How ECS shifts traffic; undefined with rolling deployments, and with CodeDeploy. */
  readonly shift?: TrafficShift;
  /** The service's own alarm, which stops deployments; undefined where it has none. */
  readonly errorAlarmName?: string;
  /** What must hold before the service changes; set while it moves to another strategy. */
  readonly precondition?: Precondition;
}

/** What ECS needs to shift traffic from one target group to the other. */
export interface TrafficShift {
  /** The second target group, the rules and the role, as the provider names them. */
  readonly advancedConfiguration: EcsServiceLoadBalancerAdvancedConfiguration;
  /** Without its policy the role may shift nothing: the service waits for it. */
  readonly permissions: readonly ITerraformDependable[];
}

export interface ContainerServiceProps extends ContainerServiceSettings {
  readonly ingress?: ServiceIngress;
}
