import { type Tag, type TaskDefinition } from "@aws-sdk/client-ecs";
import { AwsError } from "../protocol/aws-error";

export interface Revision {
  readonly taskDefinition: TaskDefinition;
  tags: Tag[];
}

/** The revisions of all families of one account and region. */
export class TaskDefinitions {
  private readonly revisions = new Map<string, Revision>();
  private readonly latest = new Map<string, number>();

  /** Number of the family's next revision; numbers are never used twice. */
  nextRevision(family: string): number {
    return (this.latest.get(family) ?? 0) + 1;
  }

  add(revision: Revision): void {
    const { taskDefinitionArn = "", family = "", revision: number = 0 } = revision.taskDefinition;
    this.revisions.set(taskDefinitionArn, revision);
    this.latest.set(family, Math.max(number, this.latest.get(family) ?? 0));
  }

  /** By ARN, `family:revision`, or family: its newest active revision. */
  find(name: string): Revision | undefined {
    const exact = this.revisions.get(name);
    if (exact) return exact;
    const [family = "", revision] = (name.split("task-definition/").at(-1) ?? "").split(":");
    return this.ofFamily(family).find(({ taskDefinition }) =>
      revision === undefined
        ? taskDefinition.status === "ACTIVE"
        : taskDefinition.revision === Number(revision),
    );
  }

  /** @throws AwsError as ECS does */
  get(name: string): Revision {
    const found = this.find(name);
    if (found) return found;
    throw new AwsError("ClientException", "Unable to describe task definition.");
  }

  /** Newest first. */
  ofFamily(family: string): readonly Revision[] {
    return [...this.revisions.values()]
      .filter(({ taskDefinition }) => taskDefinition.family === family)
      .sort((a, b) => (b.taskDefinition.revision ?? 0) - (a.taskDefinition.revision ?? 0));
  }

  all(): readonly Revision[] {
    return [...this.revisions.values()];
  }
}
