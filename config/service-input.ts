import type { DeployerInput } from "./deployer-input";
import type { DeploymentInput, RollingDeploymentInput } from "./deployment-input";

/** An ECS service: reachable through the public load balancer, only inside, or by nobody. */
export type ServiceInput = FrontendInput | BackendInput | WorkerInput;

/** What all kinds of services take. */
export interface CommonServiceInput {
  /**
   * File of the container definitions, as path from `environments/`, in the folder of this environment.
   *
   * @default - "<environment>/<service>.json"
   */
  readonly containers?: string;
  /**
   * CPU units of a task; 1024 are one virtual CPU.
   *
   * @default 256
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html
   */
  readonly cpu?: number;
  /**
   * Memory of a task in MiB; a size that Fargate offers for the CPU.
   *
   * @default - twice the number of CPU units
   */
  readonly memoryMiB?: number;
  /**
   * Processor the image is built for.
   *
   * @default "X86_64"
   */
  readonly architecture?: "X86_64" | "ARM64";
  /**
   * Backends it calls. Each gets a security group rule, and the application container a variable with the URL.
   *
   * @default []
   */
  readonly calls?: readonly string[];
  /**
   * Databases it uses. Each gets a security group rule, and the application container variables and secrets.
   *
   * @default []
   */
  readonly databases?: readonly string[];
  /**
   * Addresses outside the VPC it may open connections to.
   *
   * @default []
   */
  readonly outbound?: readonly OutboundInput[];
  /**
   * Number of tasks, and what autoscaling holds.
   *
   * @default - two tasks in production, else one
   */
  readonly scaling?: ScalingInput;
  /**
   * Days of logs to keep; a period CloudWatch offers, at least 365 in production.
   *
   * @default - 365 in production, else 30
   * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
   */
  readonly logRetentionDays?: number;
  /**
   * Share of the tasks after the first that runs on Fargate Spot, 0 to 100. AWS may stop those with two minutes' notice.
   * For a service that exists, change it with `aws ecs update-service` first: the provider plans no other share.
   *
   * @default 0
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html
   */
  readonly spotPercent?: number;
  /**
   * Whether people may open a shell in its tasks; sessions are logged.
   *
   * @default false
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
   */
  readonly exec?: boolean;
  /**
   * Seconds between asking a task to stop and killing it, 2 to 120; not shorter than the deregistration delay.
   *
   * @default - 30, or the deregistration delay where that is longer
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-stopTimeout
   */
  readonly stopTimeoutSeconds?: number;
  /**
   * Connections that one task opens to each database it uses at most: the size of its pool.
   *
   * @default 10
   */
  readonly connectionsPerTask?: number;
  /**
   * Containers whose root file system is writable, each with the reason.
   *
   * @default {} - all are read-only
   */
  readonly writableContainers?: Readonly<Record<string, string>>;
  /**
   * How a new release takes over: rolling, blue-green, canary or linear; workers roll.
   *
   * @default - rolling
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service-options.html
   */
  readonly deployment?: DeploymentInput;
  /**
   * Who may deploy it.
   *
   * @default - deployedBy of the environment
   */
  readonly deployedBy?: readonly DeployerInput[];
}

/** What frontends and backends take: how requests come in, and how none is lost when tasks change. */
export interface BalancedServiceInput extends CommonServiceInput {
  /**
   * TCP port the application container listens on.
   *
   * @default 8080
   */
  readonly port?: number;
  /** How the load balancer finds out whether a task can take requests. */
  readonly healthCheck?: HealthCheckInput;
  /**
   * Seconds its longest request takes. Tasks finish running requests before they stop.
   *
   * @default - idle timeout of the load balancers, which cut a silent request after that time
   */
  readonly longestRequestSeconds?: number;
  /**
   * Seconds a stopping task gets for running requests; at least the longest request, at most the stop timeout.
   *
   * @default - longestRequestSeconds
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html#deregistration-delay
   */
  readonly deregistrationDelaySeconds?: number;
  /**
   * Seconds the application keeps a silent connection open, as configured in its server (5 in Node.js unless changed).
   * Must be longer than the idle timeout of the load balancers, or they send requests into connections being closed.
   *
   * @default - five more than the idle timeout; configure the server like that
   */
  readonly keepAliveSeconds?: number;
}

/** Reachable from the internet, through the public load balancer. */
export interface FrontendInput extends BalancedServiceInput {
  /** Reachable through the public load balancer. */
  readonly kind: "frontend";
  /** Requests it answers; at least one. */
  readonly routes: readonly RouteInput[];
}

/** Reachable only inside, through its own listener on the internal load balancer. */
export interface BackendInput extends BalancedServiceInput {
  /** Reachable only inside. */
  readonly kind: "backend";
  /**
   * Port on the internal load balancer; each backend needs its own.
   *
   * @default - its port
   */
  readonly listenerPort?: number;
}

/** Reachable by nobody. */
export interface WorkerInput extends CommonServiceInput {
  /** Reachable by nobody. */
  readonly kind: "worker";
  /**
   * Rolling, with alarms of yours: there is no traffic to shift.
   *
   * @default - rolling, without alarms
   */
  readonly deployment?: RollingDeploymentInput;
}

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html */
export interface RouteInput {
  /** Path pattern with `*` and `?`, for example `/api/*`; everything is `/*`. */
  readonly path: string;
  /**
   * Host name, the domain of the environment or one label below it.
   *
   * @default - any host
   */
  readonly host?: string;
  /**
   * Priority of the listener rule, 1 (asked first) to 50000.
   *
   * @default - from host and path: exact before wildcard, longer before shorter
   */
  readonly priority?: number;
}

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html */
export interface HealthCheckInput {
  /**
   * Path that answers 200 without side effects.
   *
   * @default "/"
   */
  readonly path?: string;
  /**
   * Seconds between two checks, 5 to 300.
   *
   * @default 15
   */
  readonly intervalSeconds?: number;
  /**
   * Seconds until a check without answer has failed, 2 to 120; shorter than the interval.
   *
   * @default 5
   */
  readonly timeoutSeconds?: number;
  /**
   * Successful checks in a row that make a task healthy, 2 to 10.
   *
   * @default 2
   */
  readonly healthyThreshold?: number;
  /**
   * Failed checks in a row that make a task unhealthy, 2 to 10.
   *
   * @default 3
   */
  readonly unhealthyThreshold?: number;
  /**
   * Seconds a task may take to start before failed checks count; at least the longest start period of its containers
   * plus interval times healthy threshold.
   *
   * @default - that sum, at least 60
   */
  readonly graceSeconds?: number;
  /**
   * HTTP status codes that mean healthy; 200 among them, which the seed image answers.
   *
   * @default "200-399"
   */
  readonly successCodes?: string;
}

export interface OutboundInput {
  /** An IPv4 CIDR block outside the VPC, or `internet` for all addresses. */
  readonly to: string;
  /** TCP port. */
  readonly port: number;
  /** Why, in words; it becomes the description of the security group rule. */
  readonly reason: string;
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html */
export interface ScalingInput {
  /**
   * Fewest tasks; at least two in production.
   *
   * @default - two in production, else one
   */
  readonly minTasks?: number;
  /**
   * Most tasks.
   *
   * @default - minTasks: a fixed number
   */
  readonly maxTasks?: number;
  /**
   * Average CPU, in percent of the task's, that autoscaling holds.
   *
   * @default - 60 where maxTasks is above minTasks and no other target is given
   */
  readonly cpuPercent?: number;
  /**
   * Average memory, in percent of the task's, that autoscaling holds.
   *
   * @default - memory does not scale the service
   */
  readonly memoryPercent?: number;
  /**
   * Requests per task and minute that autoscaling holds; not for workers.
   *
   * @default - requests do not scale the service
   */
  readonly requestsPerTarget?: number;
}
