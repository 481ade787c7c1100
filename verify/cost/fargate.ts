import { type EnvironmentFiles } from "../estate/estate";
import { type Resource } from "../estate/resource";
import { Reference, Template, type Value } from "../values/value";
import { type Range } from "./billed-item";
import { numberOf } from "../values/plain-values";
import { blockOf, blocksOf, numberOr, resourceOf, textOf } from "./read-amount";

/** vCPU and memory of a service's tasks, by price key; undefined when the files do not tell. */
export type FargateBill = readonly { readonly key: string; readonly amount: Range | undefined }[];

/**
 * What a service of ECS is billed for on Fargate: tasks times vCPU and GiB, by the size of its task definition.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AWS_Fargate.html
 */
export function fargateBill(service: Resource, environment: EnvironmentFiles): FargateBill {
  const shares = sharesOf(service);
  if (shares.length === 0) return [];
  const definition = resourceOf(service.values["task_definition"]);
  const cpu = numberOf(definition?.values["cpu"]);
  const memory = numberOf(definition?.values["memory"]);
  const tasks = tasksOf(service, environment);
  const platform = textOf(blockOf(definition?.values["runtime_platform"])["cpu_architecture"]);
  const arm = platform === "ARM64" ? "-arm" : "";
  return shares.flatMap(({ isSpot, share }) => {
    const prefix = `fargate${arm}${isSpot ? "-spot" : ""}`;
    return [
      { key: `${prefix}-vcpu`, amount: times(tasks, cpu, share / 1024) },
      { key: `${prefix}-gib`, amount: times(tasks, memory, share / 1024) },
    ];
  });
}

function times(tasks: Range | undefined, size: number | undefined, factor: number): Range | undefined {
  return tasks && size !== undefined
    ? { min: tasks.min * size * factor, max: tasks.max * size * factor }
    : undefined;
}

/** How tasks are shared between Fargate and Fargate Spot, by weight; empty for tasks on servers. */
function sharesOf({ values }: Resource): readonly { readonly isSpot: boolean; readonly share: number }[] {
  if (textOf(values["launch_type"]) === "FARGATE") return [{ isSpot: false, share: 1 }];
  const providers = blocksOf(values["capacity_provider_strategy"]).map((block) => ({
    name: textOf(block["capacity_provider"]) ?? "",
    weight: numberOr(block["weight"], 0) ?? 0,
  }));
  const total = providers.reduce((sum, { weight }) => sum + weight, 0);
  return providers
    .filter(({ name, weight }) => name.startsWith("FARGATE") && weight > 0)
    .map(({ name, weight }) => ({ isSpot: name === "FARGATE_SPOT", share: weight / total }));
}

/** Between the bounds of its autoscaling, else what is desired. */
function tasksOf(service: Resource, environment: EnvironmentFiles): Range | undefined {
  const target = environment
    .all("aws_appautoscaling_target")
    .find(({ values }) => refersTo(values["resource_id"], service));
  if (target) {
    const [min, max] = [numberOf(target.values["min_capacity"]), numberOf(target.values["max_capacity"])];
    return min === undefined || max === undefined ? undefined : { min, max };
  }
  const desired = numberOr(service.values["desired_count"], 0);
  return desired === undefined ? undefined : { min: desired, max: desired };
}

/** `service/<cluster>/<service>`, with the service's name as text or as a reference. */
function refersTo(id: Value | undefined, service: Resource): boolean {
  if (id instanceof Template) {
    return id.parts.some((part) => part instanceof Reference && part.resource === service);
  }
  const name = textOf(service.values["name"]);
  return typeof id === "string" && name !== undefined && id.endsWith(`/${name}`);
}
