import { EnvironmentFiles } from "../estate/estate";
import { type Resource } from "../estate/resource";
import { StackFiles } from "../estate/stack-files";
import { Reference, type Value } from "../values/value";
import { type PlanResource, priorOutputs, priorResources, readOutputs } from "./plan-resources";
import { type OwnerOf, PriorStack } from "./prior-stack";
import { type StackPlan } from "./read-plan";

/** An environment as it is before its plans. A stack without a plan is taken as it is written. */
export function priorEnvironment(after: EnvironmentFiles, plans: readonly StackPlan[]): EnvironmentFiles {
  const before = new Map<string, StackFiles>();
  const owners = new Owners();
  for (const stack of after.stacks) {
    const writerOf = (source: string) => before.get(stack.writerOf(source)?.name ?? "");
    const plan = plans.find((one) => one.stack === stack);
    if (plan) {
      const resources = priorResources(plan.json);
      const prior = new PriorStack(stack.stack, resources, priorOutputs(plan.json), owners.find);
      prior.resources.forEach((resource, index) => owners.addResource(resource, resources[index]));
      for (const [source, outputs] of readOutputs(plan.json)) {
        const writer = writerOf(source);
        for (const [name, value] of writer ? Object.entries(outputs) : [])
          owners.addOutput(value, writer?.output(name));
      }
      before.set(stack.name, prior);
    } else before.set(stack.name, new StackFiles(stack.stack, writerOf));
  }
  return new EnvironmentFiles(after.name, [...before.values()], after.declaration, after.isProduction);
}

/** Attributes by which others name a resource, besides `id` and `arn`. */
const names: Readonly<Record<string, readonly string[]>> = {
  aws_eip: ["allocation_id"],
  aws_vpc: [
    "default_network_acl_id",
    "default_route_table_id",
    "default_security_group_id",
    "main_route_table_id",
  ],
  aws_vpc_endpoint: ["prefix_list_id"],
};

/** An id that AWS made up, or an ARN. A name that a person gave may be equal to another one by chance. */
const isMadeByAws = /^(?:arn:|[a-z]+-[0-9a-f]{8,}$)/;

class Owners {
  private readonly owners = new Map<string, Reference[]>();

  addResource(resource: Resource, prior: PlanResource | undefined): void {
    for (const attribute of ["id", "arn", ...(names[resource.type] ?? [])])
      this.add(prior?.values[attribute], new Reference(resource, attribute));
  }

  /** The value of an output says what the reference in it stands for: all that is known of a stack without a plan. */
  addOutput(value: unknown, written: Value | undefined): void {
    if (written instanceof Reference) this.add(value, written);
    if (!Array.isArray(value) || !Array.isArray(written)) return;
    value.forEach((item: unknown, index) => this.addOutput(item, written[index]));
  }

  private add(text: unknown, reference: Reference): void {
    if (typeof text !== "string" || !isMadeByAws.test(text)) return;
    const known = this.owners.get(text);
    if (known) known.push(reference);
    else this.owners.set(text, [reference]);
  }

  /** The first that is not the resource itself; a managed resource before a data source that reads it. */
  readonly find: OwnerOf = (text, asking) => {
    const others = (this.owners.get(text) ?? []).filter(({ resource }) => resource !== asking);
    return others.find(({ resource }) => resource.mode === "managed") ?? others[0];
  };
}
