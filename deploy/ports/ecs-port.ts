import type {
  RegisterTaskDefinitionCommandInput,
  RunTaskCommandInput,
  Service,
  ServiceDeployment,
  ServiceDeploymentBrief,
  ServiceDeploymentStatus,
  ServiceRevision,
  Tag,
  Task,
  TaskDefinition,
} from "@aws-sdk/client-ecs";

/** A revision with its tags, which `DescribeTaskDefinition` gives beside it. */
export interface TaggedRevision {
  readonly taskDefinition: TaskDefinition;
  readonly tags: readonly Tag[];
}

/**
 * What the command asks of ECS. One method is one API operation; its errors are AWS's own.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/Welcome.html
 */
export interface EcsPort {
  /** Undefined when cluster or service does not exist. */
  describeService(cluster: string, service: string): Promise<Service | undefined>;
  /** Undefined when the revision does not exist. */
  describeTaskDefinition(revision: string): Promise<TaggedRevision | undefined>;
  /** ARNs of a family's active revisions, newest first. */
  listTaskDefinitions(family: string, limit: number): Promise<readonly string[]>;
  registerTaskDefinition(input: RegisterTaskDefinitionCommandInput): Promise<TaggedRevision>;
  deregisterTaskDefinition(arn: string): Promise<void>;
  tagResource(arn: string, tags: Readonly<Record<string, string>>): Promise<void>;
  /** Changes the task definition and nothing else. */
  updateService(cluster: string, service: string, taskDefinition: string): Promise<Service>;
  /** Newest first. */
  listServiceDeployments(
    cluster: string,
    service: string,
    options: { readonly statuses?: readonly ServiceDeploymentStatus[]; readonly limit: number },
  ): Promise<readonly ServiceDeploymentBrief[]>;
  describeServiceDeployments(arns: readonly string[]): Promise<readonly ServiceDeployment[]>;
  describeServiceRevisions(arns: readonly string[]): Promise<readonly ServiceRevision[]>;
  /** Stops a deployment and rolls back to the revision before. */
  stopServiceDeployment(arn: string): Promise<void>;
  listTasks(
    cluster: string,
    options: {
      readonly service?: string;
      readonly startedBy?: string;
      readonly desiredStatus: "RUNNING" | "STOPPED";
    },
  ): Promise<readonly string[]>;
  describeTasks(cluster: string, tasks: readonly string[]): Promise<readonly Task[]>;
  runTask(input: RunTaskCommandInput): Promise<Task>;
  stopTask(cluster: string, task: string, reason: string): Promise<void>;
}
