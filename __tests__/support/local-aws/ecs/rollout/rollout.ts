import {
  type Deployment,
  type ServiceDeployment,
  type ServiceRevision,
  type TaskDefinition,
} from "@aws-sdk/client-ecs";
import { type Region } from "../../region";
import { addEvent, type EcsService } from "../ecs-service";
import { type PlannedOutcome } from "../outcome";

/** What a deployment goes back to. */
export interface Completed {
  readonly deploymentId: string;
  readonly taskDefinition: string;
  readonly revisionArn: string;
}

/** A service deployment with the ids under which its tasks are found. */
export interface DeploymentRecord {
  readonly record: ServiceDeployment;
  readonly deploymentId: string;
  /** Deployment that brings the service back. */
  rollbackId?: string;
  /** It takes a moment until a new deployment is listed. */
  isListed: boolean;
}

/** A deployment that is under way, with all that its script needs. */
export interface Rollout {
  readonly region: Region;
  readonly service: EcsService;
  readonly deployment: Deployment;
  readonly state: DeploymentRecord;
  readonly revision: ServiceRevision;
  readonly definition: TaskDefinition;
  readonly outcome: PlannedOutcome;
  readonly before?: Completed;
}

export function sayDeployment({ region, service, deployment }: Rollout, text: string): void {
  addEvent(region, service, `(deployment ${deployment.id}) deployment ${text}`);
}

/** Changes what is told of the service deployment. */
export function updateRecord({ region, state }: Rollout, changes: Partial<ServiceDeployment>): void {
  Object.assign(state.record, changes, { updatedAt: region.clock.date() });
}

export function updateDeployment(region: Region, deployment: Deployment, changes: Partial<Deployment>): void {
  Object.assign(deployment, changes, { updatedAt: region.clock.date() });
}

/** The deployment is listed and ECS works on it. */
export function announce(rollout: Rollout): void {
  rollout.state.isListed = true;
  updateRecord(rollout, { status: "IN_PROGRESS", startedAt: rollout.region.clock.date() });
}

/** The new revision is what the service runs; nothing else is left of the deployments before. */
export function complete(rollout: Rollout): void {
  const { region, service, deployment, revision } = rollout;
  updateDeployment(region, deployment, {
    rolloutState: "COMPLETED",
    rolloutStateReason: `ECS deployment ${deployment.id} completed.`,
  });
  service.deployments = [deployment];
  service.completed = {
    deploymentId: deployment.id ?? "",
    taskDefinition: service.taskDefinition,
    revisionArn: revision.serviceRevisionArn ?? "",
  };
  updateRecord(rollout, { status: "SUCCESSFUL", finishedAt: region.clock.date() });
  sayDeployment(rollout, "completed.");
  addEvent(region, service, "has reached a steady state.");
}
