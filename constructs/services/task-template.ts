import { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition";
import { Fn, TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { temporaryVolume } from "./container-definitions";

export interface TaskTemplateProps {
  /** Family of the revisions, for example `dev-orders`. */
  readonly family: string;
  /** CPU units; 1024 are one virtual CPU. */
  readonly cpu: number;
  readonly memoryMiB: number;
  readonly architecture: "X86_64" | "ARM64";
  readonly executionRoleArn: string;
  readonly taskRoleArn: string;
  /** Container definitions in AWS's own field names; text already escaped. */
  readonly containers: readonly Record<string, unknown>[];
}

/**
 * A Fargate task definition whose containers read line by line in the synthesized HCL.
 *
 * Revisions stay active when they are replaced (a rollback may need them), and Terraform does not follow revisions that
 * others register in the family.
 *
 * Creates: a local value with the containers; a task definition.
 */
export class TaskTemplate extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: TaskTemplateProps) {
    super(scope, id);
    const containers = new TerraformLocal(this, "Containers", props.containers);
    this.arn = new EcsTaskDefinition(this, "Resource", {
      family: props.family,
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      cpu: String(props.cpu),
      memory: String(props.memoryMiB),
      runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: props.architecture },
      executionRoleArn: props.executionRoleArn,
      taskRoleArn: props.taskRoleArn,
      volume: [{ name: temporaryVolume }],
      containerDefinitions: Fn.jsonencode(containers.expression),
      skipDestroy: true,
      trackLatest: false,
    }).arn;
  }
}
