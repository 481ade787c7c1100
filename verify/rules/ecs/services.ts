import { type EnvironmentFiles } from "../../estate/estate";
import { type Resource } from "../../estate/resource";
import { attributeOf } from "../attribute-rule";
import { pointsTo } from "../../values/points-to";
import { isSame } from "../../values/is-same";

/**
 * The task definitions of a service: the one that it starts from, and others with the same task role. A pipeline
 * registers revisions from those, so they count as much.
 */
export function taskDefinitionsOf(service: Resource, environment: EnvironmentFiles): readonly Resource[] {
  const all = environment.all("aws_ecs_task_definition");
  const own = all.filter((task) => pointsTo(service.values["task_definition"], task));
  const roles = own.map(({ values }) => values["task_role_arn"]);
  return all.filter(
    (task) => own.includes(task) || roles.some((role) => isSame(role, task.values["task_role_arn"])),
  );
}

export function servicesOf(task: Resource, environment: EnvironmentFiles): readonly Resource[] {
  return environment
    .all("aws_ecs_service")
    .filter((service) => taskDefinitionsOf(service, environment).includes(task));
}

/** Whether ECS itself replaces the tasks, rather than CodeDeploy or somebody else's controller. */
export function isDeployedByEcs({ values }: Resource): boolean {
  return (attributeOf(values, "deployment_controller.type") ?? "ECS") === "ECS";
}

/** Whether ECS keeps a number of tasks, rather than one on each instance. */
export function isReplica({ values }: Resource): boolean {
  return values["scheduling_strategy"] !== "DAEMON";
}
