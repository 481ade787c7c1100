import { type Service, type ServiceDeployment, type Task, type TaskDefinition } from "@aws-sdk/client-ecs";
import { type DeliveryTarget } from "../../../contract/delivery-target";
import { describeService, type EcsService } from "./ecs/ecs-service";
import { type OneOffOutcome } from "./ecs/one-off-task";
import { type Outcome, type OutcomeDetails } from "./ecs/outcome";
import { type Revision } from "./ecs/task-definitions";
import { replaceTask } from "./ecs/replace-task";
import { type Region } from "./region";
import { writeTemplate } from "./as-terraform-left";
import { type ResolvedSettings } from "./service-settings";

/** What a service runs: one entry per revision that has running tasks. */
export interface RunningRevision {
  readonly revisionArn: string;
  readonly tasks: number;
  /** Digest of the application container's image. */
  readonly digest: string | undefined;
}

/** One service of the local AWS, as a test looks at it and plays with it. */
export class LocalService {
  constructor(
    private readonly region: Region,
    private readonly state: EcsService,
    /** Undefined for a service that an account file of the offline provider holds. */
    private readonly settings: ResolvedSettings | undefined,
  ) {}

  /** What Terraform wrote to SSM last. */
  get target(): DeliveryTarget {
    const { cluster, name } = this.state;
    const targets = [...this.region.parameters]
      .filter(([parameter]) => parameter.startsWith("/delivery/"))
      .map(([, value]): DeliveryTarget => JSON.parse(value));
    const found = targets.find((target) => target.cluster === cluster && target.serviceName === name);
    if (!found) throw new Error(`${cluster}/${name} has no delivery target`);
    return found;
  }

  /** As DescribeServices says it; without the delay after an update. */
  get service(): Service {
    this.region.clock.settle();
    return describeService(this.region, this.state);
  }

  /** Revisions of the service's family with their tags, oldest first; the template is among them. */
  get revisions(): readonly Revision[] {
    return [...this.region.taskDefinitions.ofFamily(this.target.taskFamily)].reverse();
  }

  /** Revisions that are not Terraform's templates, oldest first. */
  get releases(): readonly Revision[] {
    return this.revisions.filter(({ tags }) => tags.some(({ key }) => key === "ecs-env:template"));
  }

  /** Service deployments, newest first. */
  get deployments(): readonly ServiceDeployment[] {
    this.region.clock.settle();
    return this.state.history.map(({ record }) => record);
  }

  /** Everything that ECS wrote to the service's events, oldest first. */
  get events(): readonly string[] {
    this.region.clock.settle();
    return this.state.events.map(({ message = "" }) => message).reverse();
  }

  /** All tasks of the service that ever were. */
  get tasks(): readonly Task[] {
    this.region.clock.settle();
    return [...this.region.tasks.values()]
      .map(({ task }) => task)
      .filter(
        ({ group, clusterArn }) =>
          group === `service:${this.state.name}` && clusterArn === this.state.clusterArn,
      );
  }

  running(): readonly RunningRevision[] {
    const running = this.tasks.filter(({ lastStatus }) => lastStatus === "RUNNING");
    const revisions = [...new Set(running.map(({ taskDefinitionArn = "" }) => taskDefinitionArn))];
    return revisions.map((revisionArn) => {
      const tasks = running.filter(({ taskDefinitionArn }) => taskDefinitionArn === revisionArn);
      const container = tasks[0]?.containers?.find(({ name }) => name === this.target.container);
      return { revisionArn, tasks: tasks.length, digest: container?.imageDigest };
    });
  }

  /** How the next deployment goes; called again, the one after it. */
  next(outcome: Outcome, details: OutcomeDetails = {}): void {
    this.state.outcomes.push({ ...details, outcome });
  }

  /** How the next one-off task of the service's family goes. */
  nextTask(outcome: OneOffOutcome): void {
    const { taskFamily } = this.target;
    const planned = this.region.oneOffOutcomes.get(taskFamily) ?? [];
    this.region.oneOffOutcomes.set(taskFamily, [...planned, outcome]);
  }

  /** A terraform apply that changes the template: a new revision of it, told in the delivery target. */
  changeTemplate(change: Partial<Pick<ResolvedSettings, "variables" | "sidecars">> = {}): TaskDefinition {
    if (!this.settings) throw new Error("change the template by a terraform apply");
    const { templateArn } = writeTemplate(this.region, { ...this.settings, ...change });
    return this.region.taskDefinitions.get(templateArn).taskDefinition;
  }

  /** Somebody changes the number of tasks; running deployments do not follow. */
  scaleTo(desiredCount: number): void {
    this.state.desiredCount = desiredCount;
  }

  /** One running task ends, as when its host fails; the scheduler starts another one. */
  loseTask(): void {
    const [task] = this.tasks.filter(({ lastStatus }) => lastStatus === "RUNNING");
    if (!task) throw new Error("no task runs");
    this.region.clock.run(replaceTask(this.region, this.state, task));
  }

  /** The service is deleted: DescribeServices says INACTIVE. */
  deactivate(): void {
    this.state.status = "INACTIVE";
  }
}
