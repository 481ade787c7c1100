import { type ResourceChange, type StackComparison } from "../compare/comparison";
import { type Finding } from "../findings/finding";
import { guardRule } from "./guard-rules";
import { lossOf } from "./loss";
import { wayRound } from "./ways-round";

/** What the files of two sides show that a plan would replace or destroy although it holds data: the guard without a plan. */
export function guardComparison(stacks: readonly StackComparison[]): readonly Finding[] {
  return stacks.flatMap((stack) => stack.resources.flatMap((change) => lossFinding(stack, change)));
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
