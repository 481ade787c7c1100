import { type Resource } from "../../estate/resource";
import { isMap } from "../../values/fields-of";
import { readJson } from "../../values/read-json";
import { type ValueMap } from "../../values/value";

/** One container of a task definition. */
export interface Container {
  readonly name: string;
  /** Fields as the JSON names them: `readonlyRootFilesystem`, `logConfiguration`. */
  readonly values: ValueMap;
  /** Where it stands, for findings: `container_definitions.orders`. */
  readonly attribute: string;
}

/**
 * The containers of a task definition, whether its JSON is made by `jsonencode`, from locals, or written as text.
 *
 * Undefined when the files do not tell the whole document.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export function containersOf({ values }: Resource): readonly Container[] | undefined {
  const document = readJson(values["container_definitions"]);
  if (!Array.isArray(document)) return undefined;
  const containers = document.filter(isMap).map((container: ValueMap, index): Container => {
    const { name } = container;
    const called = typeof name === "string" && name !== "" ? name : String(index);
    return { name: called, values: container, attribute: `container_definitions.${called}` };
  });
  return containers.length === document.length ? containers : undefined;
}
