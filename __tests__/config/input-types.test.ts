import type { DatabaseInput } from "../../config/database-input";
import type {
  AwsDeployerInput,
  BitbucketDeployerInput,
  GithubDeployerInput,
  GitlabDeployerInput,
} from "../../config/deployer-input";
import type {
  BlueGreenDeploymentInput,
  CanaryDeploymentInput,
  DeploymentAlarmsInput,
  LinearDeploymentInput,
  RollingDeploymentInput,
} from "../../config/deployment-input";
import type {
  DomainInput,
  EnvironmentInput,
  LoadBalancersInput,
  S3StateInput,
  VaultInput,
} from "../../config/environment-input";
import type { NetworkInput } from "../../config/network-input";
import type {
  BackendInput,
  FrontendInput,
  HealthCheckInput,
  RouteInput,
  ScalingInput,
  WorkerInput,
} from "../../config/service-input";
import { changed, problemsOf } from "./support/inputs";

const state: Required<S3StateInput> = {
  bucket: "dev-terraform-state",
  region: "eu-west-1",
  kmsKeyArn: "arn:aws:kms:eu-west-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab",
};

const network: Required<NetworkInput> = {
  cidr: "10.10.0.0/16",
  zones: ["a", "b", "c"],
  nat: "single",
  endpoints: ["sqs"],
  flowLogs: "ALL",
  encryptLogs: true,
  logRetentionDays: 90,
};

const domain: Required<DomainInput> = { zone: "dev.example.com", name: "shop.dev.example.com" };

const loadBalancers: Required<LoadBalancersInput> = {
  deletionProtection: false,
  accessLogs: false,
  idleTimeoutSeconds: 30,
  webAcl: "count",
};

const database: Required<DatabaseInput> = {
  engine: "mysql",
  version: "8.4",
  instanceClass: "db.t4g.medium",
  storageGiB: 20,
  maxStorageGiB: 20,
  multiAz: false,
  backupDays: 1,
  deletionProtection: false,
  databaseName: "orders",
  port: 3307,
  performanceInsights: false,
  enhancedMonitoring: false,
  passwordRotationDays: 30,
  logRetentionDays: 7,
  maxConnections: 300,
};

const healthCheck: Required<HealthCheckInput> = {
  path: "/health",
  intervalSeconds: 10,
  timeoutSeconds: 5,
  healthyThreshold: 2,
  unhealthyThreshold: 2,
  graceSeconds: 120,
  successCodes: "200",
};

const scaling: Required<ScalingInput> = {
  minTasks: 1,
  maxTasks: 3,
  cpuPercent: 50,
  memoryPercent: 70,
  requestsPerTarget: 100,
};

const alarms: Required<DeploymentAlarmsInput> = {
  names: ["dev-latency"],
  errorPercent: 2.5,
  periodSeconds: 60,
  evaluationPeriods: 2,
};

const rolling: Required<RollingDeploymentInput> = {
  strategy: "rolling",
  alarms: { names: ["dev-queue"], periodSeconds: 30, evaluationPeriods: 2 },
  changesFrom: "rolling",
};

const blueGreen: Required<BlueGreenDeploymentInput> = {
  strategy: "blue-green",
  controller: "ecs",
  bakeMinutes: 10,
  testHeader: { name: "x-release", value: "7f3c9a" },
  hooks: [
    {
      functionArn: "arn:aws:lambda:eu-west-1:111111111111:function:smoke:live",
      stages: ["POST_TEST_TRAFFIC_SHIFT"],
    },
  ],
  alarms,
  changesFrom: "rolling",
};

const canary: Required<CanaryDeploymentInput> = {
  ...blueGreen,
  strategy: "canary",
  percent: 12.5,
  canaryBakeMinutes: 4,
};

const linear: Required<LinearDeploymentInput> = {
  ...blueGreen,
  strategy: "linear",
  stepPercent: 20,
  stepBakeMinutes: 3,
};

const uuid = "1f3e2c4d-0000-4000-8000-123456789abc";

/** Each without the fields that exclude those that it has. */
const gitlab: Required<Omit<GitlabDeployerInput, "tag">> = {
  from: "gitlab",
  host: "gitlab.example.com",
  project: "shop/orders",
  branch: "main",
};
const gitlabTag: Required<Omit<GitlabDeployerInput, "branch">> = {
  from: "gitlab",
  host: "gitlab.com",
  project: "shop/orders",
  tag: "v*",
};
const github: Required<Omit<GithubDeployerInput, "branch" | "tag">> = {
  from: "github",
  repository: "acme/orders",
  ids: { owner: "123", repository: "456" },
  environment: "dev",
};
const bitbucket: Required<BitbucketDeployerInput> = {
  from: "bitbucket",
  workspace: "acme",
  workspaceUuid: uuid,
  repositoryUuid: `{${uuid}}`,
  environmentUuid: uuid,
};
const aws: Required<AwsDeployerInput> = { from: "aws", roleArn: "arn:aws:iam::999999999999:role/pipelines" };
const deployedBy = [gitlab, gitlabTag, github, bitbucket, aws];

const vault: Required<VaultInput> = {
  address: "https://vault.example.com:8200",
  mount: "kv",
  path: "delivery/shop",
  namespace: "admin/shop",
};

const worker: Required<WorkerInput> = {
  kind: "worker",
  containers: "dev/mailer.json",
  cpu: 512,
  memoryMiB: 1024,
  architecture: "ARM64",
  calls: ["api"],
  databases: ["main"],
  outbound: [{ to: "198.51.100.0/24", port: 587, reason: "Mail provider" }],
  scaling: { minTasks: 1 },
  logRetentionDays: 7,
  spotPercent: 50,
  exec: false,
  stopTimeoutSeconds: 60,
  connectionsPerTask: 5,
  writableContainers: {},
  deployment: rolling,
  deployedBy,
};

const balanced = {
  port: 3000,
  healthCheck,
  scaling,
  longestRequestSeconds: 10,
  deregistrationDelaySeconds: 20,
  keepAliveSeconds: 40,
} as const;

const route: Required<RouteInput> = { path: "/*", host: "shop.dev.example.com", priority: 100 };

const frontend: Required<FrontendInput> = {
  ...worker,
  ...balanced,
  kind: "frontend",
  containers: "dev/web.json",
  routes: [route],
  deployment: { strategy: "rolling", alarms, changesFrom: "canary" },
};

const backend: Required<BackendInput> = {
  ...worker,
  ...balanced,
  kind: "backend",
  containers: "dev/api.json",
  calls: [],
  listenerPort: 8000,
  scaling: { minTasks: 1, maxTasks: 3, cpuPercent: 50, memoryPercent: 70 },
  deployment: blueGreen,
};

const everything: Required<EnvironmentInput> = {
  name: "dev",
  account: "111111111111",
  region: "eu-west-1",
  production: false,
  state,
  tags: { Team: "shop" },
  registry: {
    account: "999999999999",
    region: "eu-west-1",
    seedImage: "999999999999.dkr.ecr.eu-west-1.amazonaws.com/seed:2",
  },
  network,
  domain,
  loadBalancers,
  databases: { main: database },
  services: { web: frontend, api: backend, mailer: worker },
  deployedBy,
  promotedFrom: "sit",
  vault,
  oidcProviders: "existing",
};

describe("EnvironmentInput", () => {
  test("names no field that defineEnvironment does not know", () => {
    expect(problemsOf(everything)).toEqual([]);
  });

  test.each([canary, linear])(
    "names no field of $strategy that defineEnvironment does not know",
    (deployment) => {
      expect(problemsOf(changed(everything, { "services.api.deployment": deployment }))).toEqual([]);
    },
  );
});
