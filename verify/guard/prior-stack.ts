import { isObject } from "../../terraform/stacks/stack";
import { Resource } from "../estate/resource";
import { type ReadableStack, StackFiles } from "../estate/stack-files";
import { fieldsOf } from "../values/fields-of";
import { Reference, Unknown, type Value } from "../values/value";
import { type PlanResource, type PriorOutput } from "./plan-resources";

/** The resource that owns an id or ARN; never the one that asks. */
export type OwnerOf = (text: string, asking: Resource | undefined) => Reference | undefined;

/** A stack as it is before a plan: the resources of its state, in which ids are references again. */
export class PriorStack extends StackFiles {
  override readonly resources: readonly Resource[];

  constructor(
    stack: ReadableStack,
    prior: readonly PlanResource[],
    private readonly outputs: ReadonlyMap<string, PriorOutput>,
    private readonly ownerOf: OwnerOf,
  ) {
    // Only the name stays: what is written now was not written then.
    super({ ...stack, configuration: {}, modules: {} }, () => undefined);
    this.resources = prior.map(({ mode, type, address, values }) => {
      const evaluate = () => fieldsOf(linked(values, (text) => ownerOf(text, resource)));
      const resource: Resource = new Resource(this, mode, type, address, values, evaluate);
      return resource;
    });
  }

  override output(name: string): Value {
    const untold = new Unknown(`output.${name}`);
    const output = this.outputs.get(name);
    if (output === undefined) return untold;
    const value = linked(output.value, (text) => this.ownerOf(text, undefined));
    return output.isSensitive ? onlyReferences(value, untold) : value;
  }
}

/** Ids are no secrets; anything else of a sensitive output may be one. */
function onlyReferences(value: Value, untold: Unknown): Value {
  if (value === null || value instanceof Reference) return value;
  return Array.isArray(value) ? value.map((item: Value) => onlyReferences(item, untold)) : untold;
}

/**
 * A value of a state with references in the place of ids. What providers write for "nothing" (empty texts and lists) is left out, as
 * it is in a configuration.
 */
function linked(value: unknown, ownerOf: (text: string) => Reference | undefined): Value {
  if (typeof value === "string") return value === "" ? null : (ownerOf(value) ?? value);
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (!isObject(value)) return null;
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => linked(item, ownerOf));
    return items.length === 0 ? null : items;
  }
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, linked(part, ownerOf)]));
}
