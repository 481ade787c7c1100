import { type ResourceChange, type StackComparison } from "../compare/comparison";
import { type Finding } from "../findings/finding";
import { controllerFinding } from "./guard-deployments";
import { guardRule } from "./guard-rules";
import { lossOf } from "./loss";
import { wayRound } from "./ways-round";

/**
 * What the files of two sides show that a plan must not do: replace or destroy what holds data, or hand a service over to another
 * deployment controller. The guard without a plan.
 */
export function guardComparison(stacks: readonly StackComparison[]): readonly Finding[] {
  return stacks.flatMap((stack) =>
    stack.resources.flatMap((change) => [...lossFinding(stack, change), ...changedController(stack, change)]),
  );
}

function lossFinding({ name, environment }: StackComparison, change: ResourceChange): Finding[] {
  const { address, type, action, from, forcedBy } = change;
  const { kind, loses } = lossOf(type) ?? {};
  if (kind !== "data") return [];
  if (action !== "replace" && action !== "rename" && action !== "destroy") return [];
  const id = action === "replace" ? "plan-replaces-data" : "plan-destroys-data";
  const { severity, fix } = guardRule(id);
  const [attribute] = forcedBy;
  return [
    {
      rule: id,
      severity,
      environment,
      place: `${name}/${from ?? address}`,
      ...(attribute !== undefined && { attribute }),
      must: "must stay",
      got: `${action === "replace" ? `a replacement forced by ${forcedBy.join(", ")}` : "a deletion"} that ${loses}`,
      advice: attribute === undefined ? fix : adviceFor(type, attribute),
    },
  ];
}

function adviceFor(type: string, attribute: string): string {
  const [root = attribute] = attribute.split(/[.[:]/);
  const { way, page } = wayRound(type, root);
  return `${way} See ${page}`;
}

/** Of a service that stays; what the files do not say, such as a variable, is left to the plan. */
function changedController(
  { name, environment }: StackComparison,
  { address, type, action, attributes }: ResourceChange,
): Finding[] {
  if (type !== "aws_ecs_service" || action !== "change") return [];
  return attributes
    .filter(({ attribute, isIgnored }) => attribute === "deployment_controller" && !isIgnored)
    .flatMap(({ before, after }) => {
      const [old, planned] = [controllerIn(before), controllerIn(after)];
      return old === undefined || planned === undefined || old === planned
        ? []
        : [controllerFinding({ environment, place: `${name}/${address}` }, old, planned)];
    });
}

/** The controller that a value names, be it the whole block or its `type`; without a block, ECS itself deploys. */
function controllerIn(shown: string | undefined): string | undefined {
  return shown === undefined ? "ECS" : /"(ECS|CODE_DEPLOY|EXTERNAL)"/.exec(shown)?.[1];
}
