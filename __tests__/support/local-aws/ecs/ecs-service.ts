import {
  type Deployment,
  type DeploymentConfiguration,
  type LoadBalancer,
  type Service,
  type ServiceRevision,
  type TaskSet,
} from "@aws-sdk/client-ecs";
import { copyOf } from "../copy-of";
import { AwsError } from "../protocol/aws-error";
import { type Region } from "../region";
import { type Running } from "../time/clock";
import { type PlannedOutcome } from "./outcome";
import { type Completed, type DeploymentRecord, type Rollout } from "./rollout/rollout";
import { tasksStartedBy } from "./tasks";

export interface Underway {
  readonly rollout: Rollout;
  readonly script: Running;
}

/** A service as ECS keeps it; what is counted (running tasks) is counted when somebody asks. */
export interface EcsService {
  readonly arn: string;
  readonly clusterArn: string;
  readonly cluster: string;
  readonly name: string;
  status: "ACTIVE" | "DRAINING" | "INACTIVE";
  readonly controller: "ECS" | "CODE_DEPLOY";
  taskDefinition: string;
  desiredCount: number;
  loadBalancers: LoadBalancer[];
  deploymentConfiguration: DeploymentConfiguration;
  /** Network, capacity providers, tags and whatever else is told as it was given. */
  readonly settings: Partial<Service>;
  readonly createdAt: Date;
  /** The primary one first. */
  deployments: Deployment[];
  taskSets: TaskSet[];
  /** Newest first. */
  readonly history: DeploymentRecord[];
  readonly revisions: ServiceRevision[];
  /** Newest first. */
  readonly events: NonNullable<Service["events"]>;
  /** How the next deployments go, the first one first. */
  readonly outcomes: PlannedOutcome[];
  /** The deployment that is under way. */
  underWay?: Underway;
  /** The last deployment that succeeded: what a failed one goes back to. */
  completed?: Completed;
  /** What DescribeServices still says for a moment after an update. */
  stale?: Service;
}

/** @throws AwsError as ECS does */
export function findService(region: Region, cluster: string | undefined, service: string): EcsService {
  const found = region.services.get(`${clusterName(region, cluster)}/${service.split("/").at(-1)}`);
  if (!found) throw new AwsError("ServiceNotFoundException", "Service not found.");
  return found;
}

/** @throws AwsError as ECS does */
export function clusterName(region: Region, cluster = "default"): string {
  const name = cluster.split("/").at(-1) ?? cluster;
  const isOurs = !cluster.startsWith("arn:") || cluster === region.arn("ecs", `cluster/${name}`);
  if (isOurs && region.clusters.has(name)) return name;
  throw new AwsError("ClusterNotFoundException", "Cluster not found.");
}

export function describeService(region: Region, service: EcsService): Service {
  const isRolling = (service.deploymentConfiguration.strategy ?? "ROLLING") === "ROLLING";
  const deployments = service.deployments
    .map((deployment) => countTasks(region, deployment))
    // The state of a rollout is told for rolling deployments only.
    .map(({ rolloutState, rolloutStateReason, ...rest }) =>
      isRolling ? { ...rest, rolloutState, rolloutStateReason } : rest,
    );
  const taskSets = service.taskSets.map((taskSet) => countTasks(region, taskSet));
  const counted = service.controller === "ECS" ? deployments : taskSets;
  return copyOf({
    ...service.settings,
    serviceArn: service.arn,
    serviceName: service.name,
    clusterArn: service.clusterArn,
    status: service.status,
    desiredCount: service.desiredCount,
    runningCount: sum(counted.map(({ runningCount = 0 }) => runningCount)),
    pendingCount: sum(counted.map(({ pendingCount = 0 }) => pendingCount)),
    taskDefinition: service.taskDefinition,
    loadBalancers: service.loadBalancers,
    deploymentConfiguration: service.deploymentConfiguration,
    deploymentController: { type: service.controller },
    deployments,
    taskSets: service.controller === "ECS" ? undefined : taskSets,
    events: service.events.slice(0, 100),
    createdAt: service.createdAt,
    schedulingStrategy: "REPLICA",
  });
}

/** Says what happened, in ECS's words. */
export function addEvent(region: Region, service: EcsService, text: string): void {
  service.events.unshift({
    id: region.ids.uuid(),
    createdAt: region.clock.date(),
    message: `(service ${service.name}) ${text}`,
  });
}

function countTasks<Counted extends Deployment | TaskSet>(region: Region, counted: Counted): Counted {
  const tasks = tasksStartedBy(region, counted.id ?? "");
  return {
    ...counted,
    runningCount: tasks.filter(({ lastStatus }) => lastStatus === "RUNNING").length,
    pendingCount: tasks.filter(({ lastStatus }) => lastStatus !== "RUNNING" && lastStatus !== "STOPPED")
      .length,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
