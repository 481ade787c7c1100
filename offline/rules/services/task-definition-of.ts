import { type Values } from "../../values/value";
import { number, text } from "../../values/reading";
import { referencedKinds } from "../every-type/referenced-kinds";
import { type Change } from "../rule";

/** The revision that a service names; without a revision the newest of the family. */
export function taskDefinitionOf({ cloud, region, values }: Change): Values | undefined {
  const name = text(values, "task_definition");
  if (name === undefined) return undefined;
  return cloud
    .all("aws_ecs_task_definition")
    .filter(
      (resource) =>
        resource.region === region && referencedKinds.taskDefinition.names(resource.values).includes(name),
    )
    .map((resource) => resource.values)
    .sort((one, other) => (number(other, "revision") ?? 0) - (number(one, "revision") ?? 0))[0];
}
