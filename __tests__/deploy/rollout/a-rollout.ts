import { type DeliveryTarget } from "../../../contract/delivery-target";
import {
  type DeploymentLook,
  type Look,
  type RunningLook,
  type ServiceLook,
  type TaskLook,
  type TaskSetLook,
} from "../../../deploy/rollout/look";
import { type StartedRollout } from "../../../deploy/rollout/rollout";

const ecs = "arn:aws:ecs:eu-west-1:111111111111";
export const oldRevision = `${ecs}:task-definition/dev-orders:12`;
export const newRevision = `${ecs}:task-definition/dev-orders:13`;
export const otherRevision = `${ecs}:task-definition/dev-orders:14`;
export const deployment = `${ecs}:service-deployment/dev/orders/ours`;
export const digest = `sha256:${"a".repeat(64)}`;
const group = "arn:aws:elasticloadbalancing:eu-west-1:111111111111:targetgroup/orders/1";

const target: DeliveryTarget = {
  version: 1,
  environment: "dev",
  service: "orders",
  account: "111111111111",
  region: "eu-west-1",
  cluster: "dev",
  serviceName: "orders",
  taskFamily: "dev-orders",
  templateArn: `${ecs}:task-definition/dev-orders:11`,
  container: "orders",
  containerPort: 8080,
  repositoryUrl: "999999999999.dkr.ecr.eu-west-1.amazonaws.com/orders",
  imageTag: "dev",
  deployRoleArn: "arn:aws:iam::111111111111:role/dev-orders-deploy",
  strategy: "rolling",
  controller: "ecs",
};

/** A deployment of `dev-orders:13` over `dev-orders:12` that was started. */
export function aRollout(change: Partial<StartedRollout> = {}): StartedRollout {
  return {
    target,
    before: { taskDefinition: oldRevision, desiredCount: 2, runningCount: 2 },
    revisionArn: newRevision,
    digest,
    acceptedDigests: [digest],
    timeoutSeconds: 1_800,
    pollSeconds: 5,
    deployment,
    ...change,
  };
}

export function aTask(change: Partial<TaskLook> = {}): TaskLook {
  return { id: "t1", revisionArn: newRevision, digest, status: "RUNNING", address: "10.0.0.1", ...change };
}

export function aSet(change: Partial<TaskSetLook> = {}): TaskSetLook {
  return {
    id: "ecs-svc/2",
    revisionArn: newRevision,
    isPrimary: true,
    groups: [group],
    desired: 2,
    running: 2,
    pending: 0,
    failed: 0,
    ...change,
  };
}

export interface LookChange {
  readonly service?: Partial<ServiceLook>;
  readonly deployment?: Partial<DeploymentLook>;
  readonly running?: Partial<RunningLook>;
}

/** A look at a deployment that succeeded, at which nothing speaks against *done*. */
export function aLook(change: LookChange = {}): Look {
  return {
    service: {
      isActive: true,
      desired: 2,
      running: 2,
      currentDeployment: deployment,
      isBalanced: true,
      sets: [aSet()],
      ...change.service,
    },
    deployment: {
      id: deployment,
      phase: "succeeded",
      status: "SUCCESSFUL",
      revisionArn: newRevision,
      alarms: [],
      isBreakerTripped: false,
      failedHooks: [],
      ...change.deployment,
    },
    running: {
      tasks: [aTask(), aTask({ id: "t2", address: "10.0.0.2" })],
      groups: [aGroup(["10.0.0.1", "10.0.0.2"])],
      firing: [],
      ...change.running,
    },
  };
}

/** A look at a service that runs `dev-orders:12` again, healthy, after a deployment failed. */
export function aRolledBackLook(change: LookChange = {}): Look {
  const tasks = ["1", "2"].map((n) =>
    aTask({ id: `t${n}`, revisionArn: oldRevision, address: `10.0.0.${n}` }),
  );
  return aLook({
    service: { sets: [aSet({ id: "ecs-svc/3", revisionArn: oldRevision })], ...change.service },
    deployment: {
      phase: "rolled-back",
      status: "ROLLBACK_SUCCESSFUL",
      backTo: oldRevision,
      reason: "ECS deployment circuit breaker: tasks failed to start.",
      ...change.deployment,
    },
    running: { tasks, ...change.running },
  });
}

export function aGroup(
  addresses: readonly string[],
  state = "healthy",
  percent = 100,
): RunningLook["groups"][number] {
  return { arn: group, percent, targets: addresses.map((address) => ({ address, state })) };
}
