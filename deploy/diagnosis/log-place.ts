import type { ContainerDefinition, TaskDefinition } from "@aws-sdk/client-ecs";

/** Where a container's lines are in CloudWatch Logs. */
export interface LogPlace {
  readonly group: string;
  /** What the names of its streams begin with; the id of the task follows. */
  readonly streamPrefix: string;
}

/**
 * Undefined: it writes elsewhere.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-log-config.html
 */
export function logPlaceOf(container: ContainerDefinition | undefined): LogPlace | undefined {
  const { logDriver, options } = container?.logConfiguration ?? {};
  const group = options?.["awslogs-group"];
  const prefix = options?.["awslogs-stream-prefix"];
  if (logDriver !== "awslogs" || group === undefined || prefix === undefined) return undefined;
  return { group, streamPrefix: `${prefix}/${container?.name}/` };
}

/** Values of all variables of a task's containers, none of which a log may show. */
export function variableValues({ containerDefinitions }: TaskDefinition): readonly string[] {
  return (containerDefinitions ?? []).flatMap(({ environment }) =>
    (environment ?? []).flatMap(({ value }) => value ?? []),
  );
}
