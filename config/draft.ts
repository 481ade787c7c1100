import type { ContainerDefinition } from "../contract/container-definition";
import type { Deployer } from "../contract/deployer";
import type { Controller, DeploymentAlarms, DeploymentHook, Strategy } from "../contract/deployment";
import type {
  DatabaseSettings,
  DomainSettings,
  HealthCheckSettings,
  LoadBalancerSettings,
  NetworkSettings,
  OutboundSettings,
  RegistrySettings,
  ScalingSettings,
  ServiceSettings,
  StateSettings,
  VaultSettings,
} from "./environment";

/**
 * The fields of `T`, each possibly unknown: `undefined` means that the field was refused and reported, so that nothing
 * may be concluded from it.
 */
export type Draft<T> = { readonly [K in keyof T]-?: T[K] | undefined };

/** What could be understood of an environment file, with defaults filled in; checks between fields work on this. */
export interface EnvironmentDraft {
  readonly name: string | undefined;
  readonly account: string | undefined;
  readonly region: string | undefined;
  readonly production: boolean | undefined;
  readonly state: StateSettings | undefined;
  readonly tags: Readonly<Record<string, string>> | undefined;
  readonly registry: Draft<RegistrySettings>;
  /** The endpoints are those asked for; `interfaceEndpoints` adds those that tasks need. */
  readonly network: Draft<NetworkSettings>;
  readonly domain: DomainSettings | "none" | undefined;
  readonly loadBalancers: Draft<LoadBalancerSettings>;
  readonly databases: ReadonlyMap<string, DatabaseDraft> | undefined;
  readonly services: ReadonlyMap<string, ServiceDraft> | undefined;
  readonly promotedFrom: string | "none" | undefined;
  readonly vault: VaultSettings | "none" | undefined;
  readonly oidcProviders: "created" | "existing" | undefined;
}

export interface DatabaseDraft extends Draft<DatabaseSettings> {
  readonly maxConnections: number | "by-class" | undefined;
}

export interface RouteDraft {
  readonly path: string;
  readonly host?: string | undefined;
  readonly priority?: number | undefined;
}

/** How releases replace each other; what the strategy does not have is `undefined` too. */
export interface DeploymentDraft {
  readonly strategy: Strategy | undefined;
  readonly controller: Controller | undefined;
  readonly bakeMinutes: number | undefined;
  readonly percent: number | undefined;
  readonly canaryBakeMinutes: number | undefined;
  readonly stepPercent: number | undefined;
  readonly stepBakeMinutes: number | undefined;
  readonly testHeader: { readonly name: string; readonly value: string } | "none" | undefined;
  readonly hooks: readonly DeploymentHook[] | undefined;
  readonly alarms: Draft<Omit<DeploymentAlarms, "errorPercent">> & {
    readonly errorPercent: number | "none" | undefined;
  };
  readonly changesFrom: Strategy | "none" | undefined;
}

/** One service; what its kind does not have is `undefined` too, because there is nothing to conclude from it either. */
export interface ServiceDraft {
  readonly kind: ServiceSettings["kind"] | undefined;
  readonly containers: readonly ContainerDefinition[] | undefined;
  readonly cpu: number | undefined;
  readonly memoryMiB: number | undefined;
  readonly architecture: "X86_64" | "ARM64" | undefined;
  readonly calls: readonly string[] | undefined;
  readonly databases: readonly string[] | undefined;
  readonly outbound: readonly OutboundSettings[] | undefined;
  readonly scaling: ScalingSettings | undefined;
  readonly logRetentionDays: number | undefined;
  readonly spotPercent: number | undefined;
  readonly exec: boolean | undefined;
  readonly stopTimeoutSeconds: number | undefined;
  readonly connectionsPerTask: number | undefined;
  readonly port: number | undefined;
  readonly healthCheck: Draft<HealthCheckSettings> | undefined;
  readonly longestRequestSeconds: number | undefined;
  readonly deregistrationDelaySeconds: number | undefined;
  readonly keepAliveSeconds: number | undefined;
  readonly routes: readonly RouteDraft[] | undefined;
  readonly listenerPort: number | undefined;
  readonly deployment: DeploymentDraft;
  readonly deployedBy: readonly Deployer[] | undefined;
}
