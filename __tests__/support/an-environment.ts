import type {
  BackendSettings,
  DatabaseSettings,
  Environment,
  FrontendSettings,
  WorkerSettings,
} from "../../config/environment";

const task = {
  cpu: 256,
  memoryMiB: 512,
  architecture: "X86_64",
  calls: [],
  databases: [],
  outbound: [],
  scaling: { minTasks: 2, maxTasks: 2 },
  logRetentionDays: 30,
  spotPercent: 0,
  exec: false,
  stopTimeoutSeconds: 30,
  deployment: {
    strategy: "rolling",
    controller: "ecs",
    alarms: { names: [], periodSeconds: 60, evaluationPeriods: 3 },
  },
  deployedBy: [],
} as const;

const balanced = {
  port: 8080,
  healthCheck: {
    path: "/health",
    intervalSeconds: 15,
    timeoutSeconds: 5,
    healthyThreshold: 2,
    unhealthyThreshold: 3,
    graceSeconds: 60,
    successCodes: "200",
  },
  deregistrationDelaySeconds: 30,
  keepAliveSeconds: 65,
} as const;

export function aFrontend(name: string, settings: Partial<FrontendSettings> = {}): FrontendSettings {
  const routes = [{ path: "/*", priority: 1000 }];
  return { ...task, ...balanced, kind: "frontend", containers: [{ name }], routes, ...settings };
}

export function aBackend(name: string, settings: Partial<BackendSettings> = {}): BackendSettings {
  return { ...task, ...balanced, kind: "backend", containers: [{ name }], listenerPort: 8080, ...settings };
}

export function aWorker(name: string, settings: Partial<WorkerSettings> = {}): WorkerSettings {
  return { ...task, kind: "worker", containers: [{ name }], ...settings };
}

export function aDatabase(settings: Partial<DatabaseSettings> = {}): DatabaseSettings {
  return {
    engine: "postgres",
    version: "17",
    instanceClass: "db.t4g.medium",
    storageGiB: 20,
    maxStorageGiB: 100,
    multiAz: false,
    backupDays: 7,
    deletionProtection: false,
    databaseName: "app",
    port: 5432,
    performanceInsights: true,
    enhancedMonitoring: false,
    passwordRotationDays: 365,
    logRetentionDays: 30,
    ...settings,
  };
}

/** A small valid environment: `web` calls `api`, which uses the database `app`. */
export function anEnvironment(settings: Partial<Environment> = {}): Environment {
  return {
    name: "test",
    account: "123456789012",
    region: "eu-west-1",
    production: false,
    state: { kind: "local" },
    tags: { Environment: "test" },
    registry: {
      account: "999999999999",
      region: "eu-west-1",
      seedImage: "999999999999.dkr.ecr.eu-west-1.amazonaws.com/seed:1",
    },
    network: {
      cidr: "10.50.0.0/16",
      zones: ["a", "b"],
      nat: "none",
      endpoints: ["ecr.api", "ecr.dkr", "logs", "secretsmanager"],
      flowLogs: "REJECT",
      encryptLogs: false,
      logRetentionDays: 30,
    },
    domain: { zone: "example.com", name: "test.example.com" },
    loadBalancers: { deletionProtection: false, accessLogs: true, idleTimeoutSeconds: 60, webAcl: "none" },
    databases: { app: aDatabase() },
    services: {
      web: aFrontend("web", { calls: ["api"] }),
      api: aBackend("api", { databases: ["app"] }),
    },
    oidcProviders: "created",
    ...settings,
  };
}
