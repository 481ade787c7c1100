import { asObject, isObject } from "../../terraform/stacks/stack";

type Json = Readonly<Record<string, unknown>>;

/** A resource of a plan; its values hold secrets. */
export interface PlanResource {
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly address: string;
  /** Values without those that are sensitive. */
  readonly values: Json;
}

/** What exists before the plan. */
export function priorResources(plan: Json): readonly PlanResource[] {
  return resourcesOf(asObject(asObject(plan["prior_state"])["values"])["root_module"]);
}

/** Outputs before the plan; those that other stacks read are sensitive as cdktf writes them, also plain ids. */
export function priorOutputs(plan: Json): ReadonlyMap<string, PriorOutput> {
  const outputs = asObject(asObject(asObject(plan["prior_state"])["values"])["outputs"]);
  return new Map(
    Object.entries(outputs).map(([name, output]) => {
      const { value, sensitive } = asObject(output);
      return [name, { value, isSensitive: sensitive === true }];
    }),
  );
}

export interface PriorOutput {
  readonly value: unknown;
  readonly isSensitive: boolean;
}

/** Outputs of other stacks that the plan has read, by the name of the data source. */
export function readOutputs(plan: Json): readonly (readonly [dataSource: string, outputs: Json])[] {
  const root = asObject(asObject(asObject(plan["prior_state"])["values"])["root_module"]);
  return listed(root["resources"])
    .filter(({ mode, type }) => mode === "data" && type === "terraform_remote_state")
    .map(({ name, values }) => [String(name), asObject(asObject(values)["outputs"])] as const);
}

/** What exists after it, as far as Terraform knows. */
export function plannedResources(plan: Json): readonly PlanResource[] {
  return resourcesOf(asObject(plan["planned_values"])["root_module"]);
}

/** What the plan does with managed resources. */
export function resourceChanges(plan: Json) {
  return listed(plan["resource_changes"])
    .filter(({ mode }) => mode !== "data")
    .map(({ address, type, change }) => {
      const { actions, before, after, after_unknown: unknown } = asObject(change);
      const isCreated = Array.isArray(actions) && actions.length === 1 && actions[0] === "create";
      return {
        address: String(address),
        type: String(type),
        isCreated,
        before: asObject(before),
        after: asObject(after),
        /** Attributes that are known only after the apply. */
        unknown: asObject(unknown),
      };
    });
}

function resourcesOf(module: unknown): readonly PlanResource[] {
  const { resources, child_modules: children } = asObject(module);
  return [
    ...listed(resources).map(({ mode, type, address, values, sensitive_values: sensitive }) => ({
      mode: mode === "data" ? ("data" as const) : ("managed" as const),
      type: String(type),
      address: String(address),
      values: asObject(withoutMarked(values, sensitive)),
    })),
    ...listed(children).flatMap(resourcesOf),
  ];
}

/** A value without the parts that are marked with `true`. */
function withoutMarked(value: unknown, marks: unknown): unknown {
  if (marks === true) return undefined;
  if (!isObject(value) || !isObject(marks)) return value;
  if (Array.isArray(value)) return value.map((item: unknown, index) => withoutMarked(item, marks[index]));
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, withoutMarked(part, marks[name])]),
  );
}

function listed(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
