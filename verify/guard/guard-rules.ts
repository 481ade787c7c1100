import { type RuleDescription } from "../rules/rule";

const lifecycle = "https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle";
const json = "https://developer.hashicorp.com/terraform/internals/json-format";

/** What a plan must not do without a waiver. */
export const guardRules = [
  {
    id: "plan-replaces-data",
    title: "A plan replaces nothing that holds data",
    severity: "error",
    controls: [],
    page: lifecycle,
    why: "A replacement deletes the old resource with everything in it; the new one is empty.",
    fix: "Keep the attribute that forces it, or make the new resource beside the old one, move the data and let the old one go.",
  },
  {
    id: "plan-destroys-data",
    title: "A plan destroys nothing that holds data",
    severity: "error",
    controls: [],
    page: "https://developer.hashicorp.com/terraform/language/state/remove",
    why: "What is deleted with it cannot be made again by an apply.",
    fix: "Renamed: add a `moved` block. To be kept without Terraform: a `removed` block with `destroy = false`.",
  },
  {
    id: "plan-replaces-traffic",
    title: "A plan replaces nothing that carries requests",
    severity: "warning",
    controls: [],
    page: lifecycle,
    why: "Between the old resource and the new one requests fail, and names and addresses change.",
    fix: "Keep the attribute that forces it, or create the new one first and move the traffic before the old one goes.",
  },
  {
    id: "plan-destroys-traffic",
    title: "A plan destroys nothing that requests go through",
    severity: "warning",
    controls: [],
    page: "https://developer.hashicorp.com/terraform/language/state/remove",
    why: "Requests through it fail. An error where the plan leaves something that still names it, a warning otherwise.",
    fix: "Take away first what uses it, in a plan of its own.",
  },
  {
    id: "plan-opens-path",
    title: "A plan opens no path",
    severity: "error",
    controls: [],
    page: json,
    why: "What runs becomes reachable for someone who could not reach it. A warning where the environment declares the path.",
    fix: "Declare the path in the environment, or take away what opens it.",
  },
] as const satisfies readonly RuleDescription[];

export type GuardRule = (typeof guardRules)[number]["id"];

/** The words of a rule. */
export function guardRule(id: GuardRule): RuleDescription {
  const found = guardRules.find((rule) => rule.id === id);
  if (found === undefined) throw new Error(`${id} is no rule of the guard`);
  return found;
}
