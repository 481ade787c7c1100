import { type EnvironmentFiles } from "../../estate/estate";
import { type Resource } from "../../estate/resource";
import { isSame } from "../../values/is-same";
import { referredTo } from "../../values/points-to";
import { attributeOf } from "../attribute-rule";

type TasksByService = ReadonlyMap<Resource, readonly Resource[]>;

const known = new WeakMap<EnvironmentFiles, TasksByService>();

/**
 * The task definitions of each service: the one that it starts from, and those with the same task role that no service
 * starts from. A pipeline registers revisions from those, so they count as much. Found once, for several rules ask.
 */
export function tasksByService(environment: EnvironmentFiles): TasksByService {
  const before = known.get(environment);
  if (before) return before;
  const found = findTasks(environment);
  known.set(environment, found);
  return found;
}

/** The services that may run a task definition. */
export function servicesOf(task: Resource, environment: EnvironmentFiles): readonly Resource[] {
  return [...tasksByService(environment)].flatMap(([service, tasks]) =>
    tasks.includes(task) ? [service] : [],
  );
}

/** Whether ECS itself replaces the tasks, rather than CodeDeploy or somebody else's controller. */
export function isDeployedByEcs({ values }: Resource): boolean {
  return (attributeOf(values, "deployment_controller.type") ?? "ECS") === "ECS";
}

/** Whether ECS keeps a number of tasks, rather than one on each instance. */
export function isReplica({ values }: Resource): boolean {
  return values["scheduling_strategy"] !== "DAEMON";
}

function findTasks(environment: EnvironmentFiles): TasksByService {
  const started = environment
    .all("aws_ecs_service")
    .map(
      (service) =>
        [service, referredTo(service.values["task_definition"], "aws_ecs_task_definition")] as const,
    );
  const taken = new Set(started.flatMap(([, tasks]) => tasks));
  const templates = environment.all("aws_ecs_task_definition").filter((task) => !taken.has(task));
  return new Map(
    started.map(([service, tasks]) => [
      service,
      [...tasks, ...templates.filter((template) => tasks.some((task) => sharesRole(task, template)))],
    ]),
  );
}

function sharesRole(one: Resource, other: Resource): boolean {
  return isSame(one.values["task_role_arn"], other.values["task_role_arn"]);
}
