import { isObject } from "../../terraform/stacks/stack";
import { Resource } from "../estate/resource";
import { type ReadableStack, StackFiles } from "../estate/stack-files";
import { fieldsOf } from "../values/fields-of";
import { type Reference, Unknown, type Value } from "../values/value";
import { type PlanResource } from "./plan-resources";

/** The resource that owns an id or ARN; never the one that asks. */
export type OwnerOf = (text: string, asking: Resource | undefined) => Reference | undefined;

/** A stack as it is before a plan: the resources of its state, in which ids are references again. */
export class PriorStack extends StackFiles {
  override readonly resources: readonly Resource[];

  constructor(
    stack: ReadableStack,
    prior: readonly PlanResource[],
    private readonly outputs: Readonly<Record<string, unknown>>,
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
    return name in this.outputs
      ? linked(this.outputs[name], (text) => this.ownerOf(text, undefined))
      : new Unknown(`output.${name}`);
  }
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
