import type { ContainerDefinition } from "../contract/container-definition";
import type { Deployer } from "../contract/deployer";
import type { Deployment, RollingDeployment } from "../contract/deployment";

/** One AWS account with everything that runs in it; validated, complete and frozen. */
export interface Environment {
  /** First part of every name in the account, for example `dev`. */
  readonly name: string;
  /** AWS account id, 12 digits. */
  readonly account: string;
  readonly region: string;
  readonly production: boolean;
  readonly state: StateSettings;
  /** Default tags of every resource, `Environment` and `ManagedBy` included. */
  readonly tags: Readonly<Record<string, string>>;
  readonly registry: RegistrySettings;
  readonly network: NetworkSettings;
  /** Absent: the public load balancer speaks HTTP only (never in production). */
  readonly domain?: DomainSettings;
  readonly loadBalancers: LoadBalancerSettings;
  readonly databases: Readonly<Record<string, DatabaseSettings>>;
  readonly services: Readonly<Record<string, ServiceSettings>>;
  /** Environment in which an image must have been healthy before it runs here. */
  readonly promotedFrom?: string;
  /** Absent: delivery targets are in SSM Parameter Store only. */
  readonly vault?: VaultSettings;
  /** Whether the account gets the OIDC providers that its deployers need, or has them already. */
  readonly oidcProviders: "created" | "existing";
}

/** A HashiCorp Vault that gets a copy of each delivery target, at `<path>/<environment>/<service>`. */
export interface VaultSettings {
  /** For example `https://vault.example.com:8200`. */
  readonly address: string;
  /** Where the KV v2 engine is mounted. */
  readonly mount: string;
  /** First part of the documents' paths, without slashes at its ends. */
  readonly path: string;
  readonly namespace?: string;
}

/** Where Terraform keeps its state. */
export type StateSettings =
  | { readonly kind: "local" }
  | { readonly kind: "s3"; readonly bucket: string; readonly region: string; readonly kmsKeyArn?: string };

/** The ECR registry that images come from; its repositories are named like the services. */
export interface RegistrySettings {
  readonly account: string;
  readonly region: string;
  /** Full image reference that a new service starts from until its first deploy. */
  readonly seedImage: string;
}

export type NatMode = "none" | "single" | "per-zone";

/** AWS services reached through interface endpoints. */
export type InterfaceEndpointService =
  | "ecr.api"
  | "ecr.dkr"
  | "logs"
  | "secretsmanager"
  | "ssm"
  | "ssmmessages"
  | "kms"
  | "sqs"
  | "sns"
  | "monitoring";

export interface NetworkSettings {
  readonly cidr: string;
  /** Zone letters in alphabetical order, for example `["a", "b"]`. */
  readonly zones: readonly string[];
  readonly nat: NatMode;
  readonly endpoints: readonly InterfaceEndpointService[];
  readonly flowLogs: "ALL" | "REJECT";
  /** Whether all log groups of the environment are encrypted with a key of its own; they are anyhow where a service has exec. */
  readonly encryptLogs: boolean;
  readonly logRetentionDays: number;
}

export interface DomainSettings {
  /** Public Route 53 hosted zone in this account, for example `example.com`. */
  readonly zone: string;
  /** Name of the public load balancer, inside the zone, for example `dev.example.com`. */
  readonly name: string;
}

export interface LoadBalancerSettings {
  readonly deletionProtection: boolean;
  readonly accessLogs: boolean;
  readonly idleTimeoutSeconds: number;
  /** AWS managed rule groups on the public load balancer: counted, blocking, or no web ACL. */
  readonly webAcl: "none" | "count" | "block";
}

export type DatabaseEngine = "postgres" | "mysql";

export interface DatabaseSettings {
  readonly engine: DatabaseEngine;
  readonly version: string;
  readonly instanceClass: string;
  readonly storageGiB: number;
  readonly maxStorageGiB: number;
  readonly multiAz: boolean;
  readonly backupDays: number;
  readonly deletionProtection: boolean;
  /** Name of the database inside the instance. */
  readonly databaseName: string;
  readonly port: number;
  readonly performanceInsights: boolean;
  readonly enhancedMonitoring: boolean;
  readonly passwordRotationDays: number;
  readonly logRetentionDays: number;
}

interface ServiceSettingsBase {
  readonly containers: readonly ContainerDefinition[];
  readonly cpu: number;
  readonly memoryMiB: number;
  readonly architecture: "X86_64" | "ARM64";
  readonly calls: readonly string[];
  readonly databases: readonly string[];
  /** Addresses outside the VPC that the tasks may open connections to, each with its reason. */
  readonly outbound: readonly OutboundSettings[];
  readonly scaling: ScalingSettings;
  readonly logRetentionDays: number;
  /** Share of the tasks after the first that runs on Fargate Spot, 0–100. */
  readonly spotPercent: number;
  readonly exec: boolean;
  readonly stopTimeoutSeconds: number;
  readonly deployment: Deployment;
  /** Who may deploy it; empty: no pipeline is declared. */
  readonly deployedBy: readonly Deployer[];
}

export interface OutboundSettings {
  /** `internet` or an IPv4 CIDR block. */
  readonly to: string;
  readonly port: number;
  readonly reason: string;
}

export interface ScalingSettings {
  readonly minTasks: number;
  readonly maxTasks: number;
  /** Target tracking; none declared and min = max means a fixed number of tasks. */
  readonly cpuPercent?: number;
  readonly memoryPercent?: number;
  readonly requestsPerTarget?: number;
}

export interface HealthCheckSettings {
  readonly path: string;
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  readonly healthyThreshold: number;
  readonly unhealthyThreshold: number;
  /** Time a task may take to start before failed checks count. */
  readonly graceSeconds: number;
  readonly successCodes: string;
}

interface BalancedServiceSettings extends ServiceSettingsBase {
  readonly port: number;
  readonly healthCheck: HealthCheckSettings;
  readonly deregistrationDelaySeconds: number;
  /** What the server of the application is configured with; longer than the load balancers' idle timeout. */
  readonly keepAliveSeconds: number;
}

/** A condition under which the public load balancer forwards to a frontend. */
export interface RouteSettings {
  readonly path: string;
  readonly host?: string;
  /** Listener rule priority; derived from host and path, so that routes never shift each other. */
  readonly priority: number;
  /** Priority of the rule for requests with the test header; with `deployment.testHeader` only. */
  readonly testPriority?: number;
}

/** Reachable through the public load balancer. */
export interface FrontendSettings extends BalancedServiceSettings {
  readonly kind: "frontend";
  readonly routes: readonly RouteSettings[];
}

/** Reachable only inside, through its own listener on the internal load balancer. */
export interface BackendSettings extends BalancedServiceSettings {
  readonly kind: "backend";
  readonly listenerPort: number;
}

/** Reachable by nobody. */
export interface WorkerSettings extends ServiceSettingsBase {
  readonly kind: "worker";
  /** Nothing shifts traffic to tasks that nobody reaches. */
  readonly deployment: RollingDeployment;
}

export type ServiceSettings = FrontendSettings | BackendSettings | WorkerSettings;

/** The one account that owns what environments share: image repositories. */
export interface Tooling {
  readonly account: string;
  readonly region: string;
  readonly state: StateSettings;
  readonly tags: Readonly<Record<string, string>>;
  /** Image repositories besides those of the services, for example `otel-collector`. */
  readonly repositories: readonly string[];
  /** Whether the account gets the OIDC providers that those who push images need, or has them already. */
  readonly oidcProviders: "created" | "existing";
}

/** Everything that one repository describes. */
export interface Estate {
  readonly tooling: Tooling;
  readonly environments: readonly Environment[];
}
