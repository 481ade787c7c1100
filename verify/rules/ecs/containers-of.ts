import { type Resource } from "../../estate/resource";
import { isMap } from "../../values/fields-of";
import { readJson } from "../../values/read-json";
import { type Value, type ValueMap } from "../../values/value";

/** One container of a task definition. */
export interface Container {
  readonly name: string;
  /** Fields as the JSON names them: `readonlyRootFilesystem`, `logConfiguration`. */
  readonly values: ValueMap;
  /** Where it stands, for findings: `container_definitions.orders`. */
  readonly attribute: string;
}

/**
 * The containers of a task definition, whether its JSON is made by `jsonencode`, from locals, or written as text; without
 * single ones that the files do not tell.
 *
 * Undefined when the files do not tell the document.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export function containersOf(task: Resource): readonly Container[] | undefined {
  return containerList(task)?.flatMap((container, index) => {
    if (!isMap(container)) return [];
    const { name } = container;
    const called = typeof name === "string" && name !== "" ? name : String(index);
    return [{ name: called, values: container, attribute: `container_definitions.${called}` }];
  });
}

/** What the document lists, whether the files tell each item or not. */
export function containerList({ values }: Resource): readonly Value[] | undefined {
  const document = readJson(values["container_definitions"]);
  return Array.isArray(document) ? document : undefined;
}
