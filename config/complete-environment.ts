import type { DatabaseDraft, Draft, EnvironmentDraft, RouteDraft, ServiceDraft } from "./draft";
import type { DatabaseSettings, Environment, RouteSettings, ServiceSettings } from "./environment";
import { completeDeployment, completeRolling } from "./complete-deployment";
import { interfaceEndpoints } from "./interface-endpoints";
import { allKnown, known } from "./known";
import { routePriority } from "./route-priority";
import { withTestPriorities } from "./test-priorities";

/** Turns a draft without problems into an environment. @throws Error when a field was refused but not reported (a bug). */
export function completeEnvironment(draft: EnvironmentDraft): Environment {
  const {
    name,
    account,
    region,
    production,
    state,
    tags,
    domain,
    promotedFrom,
    vault,
    oidcProviders,
    ...parts
  } = allKnown(draft, "environment");
  return {
    name,
    account,
    region,
    production,
    state,
    tags: withOwnTags(tags, name),
    registry: allKnown(parts.registry, "registry"),
    network: { ...allKnown(parts.network, "network"), endpoints: interfaceEndpoints(draft) },
    ...(domain === "none" ? {} : { domain }),
    loadBalancers: allKnown(parts.loadBalancers, "loadBalancers"),
    databases: mapValues(parts.databases, completeDatabase),
    services: withTestPriorities(mapValues(parts.services, completeService)),
    ...(promotedFrom === "none" ? {} : { promotedFrom }),
    ...(vault === "none" ? {} : { vault }),
    oidcProviders,
  };
}

/** The tags of people and those that every resource has in any case. */
export function withOwnTags(
  tags: Readonly<Record<string, string>>,
  environment: string,
): Readonly<Record<string, string>> {
  return { ...tags, Environment: environment, ManagedBy: "terraform" };
}

function completeDatabase(name: string, draft: DatabaseDraft): DatabaseSettings {
  const settings: Draft<DatabaseSettings> = {
    engine: draft.engine,
    version: draft.version,
    instanceClass: draft.instanceClass,
    storageGiB: draft.storageGiB,
    maxStorageGiB: draft.maxStorageGiB,
    multiAz: draft.multiAz,
    backupDays: draft.backupDays,
    deletionProtection: draft.deletionProtection,
    databaseName: draft.databaseName,
    port: draft.port,
    performanceInsights: draft.performanceInsights,
    enhancedMonitoring: draft.enhancedMonitoring,
    passwordRotationDays: draft.passwordRotationDays,
    logRetentionDays: draft.logRetentionDays,
  };
  return allKnown(settings, `databases.${name}`);
}

function completeService(name: string, draft: ServiceDraft): ServiceSettings {
  const where = `services.${name}`;
  const base = allKnown(
    {
      containers: draft.containers,
      cpu: draft.cpu,
      memoryMiB: draft.memoryMiB,
      architecture: draft.architecture,
      calls: draft.calls,
      databases: draft.databases,
      outbound: draft.outbound,
      scaling: draft.scaling,
      logRetentionDays: draft.logRetentionDays,
      spotPercent: draft.spotPercent,
      exec: draft.exec,
      stopTimeoutSeconds: draft.stopTimeoutSeconds,
      deployedBy: draft.deployedBy,
    },
    where,
  );
  const { kind } = draft;
  if (kind === "worker") return { kind, ...base, deployment: completeRolling(draft.deployment, where) };
  const balanced = {
    ...base,
    deployment: completeDeployment(draft.deployment, where),
    ...allKnown(
      {
        port: draft.port,
        deregistrationDelaySeconds: draft.deregistrationDelaySeconds,
        keepAliveSeconds: draft.keepAliveSeconds,
      },
      where,
    ),
    healthCheck: allKnown(known(draft.healthCheck, where), `${where}.healthCheck`),
  };
  if (kind === "frontend")
    return { kind, ...balanced, routes: known(draft.routes, where).map(completeRoute) };
  return { kind: known(kind, where), ...balanced, listenerPort: known(draft.listenerPort, where) };
}

function completeRoute({ path, host, priority }: RouteDraft): RouteSettings {
  return {
    path,
    ...(host === undefined ? {} : { host }),
    priority: priority ?? routePriority({ path, host }),
  };
}

function mapValues<From, To>(
  values: ReadonlyMap<string, From>,
  complete: (name: string, value: From) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries([...values].map(([name, value]) => [name, complete(name, value)]));
}
