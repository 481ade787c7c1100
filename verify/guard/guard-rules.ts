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
    id: "plan-changes-controller",
    title: "A plan hands no service over to another deployment controller",
    severity: "error",
    controls: [],
    page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/update-service-parameters.html",
    why: "AWS takes no service from ECS to CodeDeploy; the other way round, rules and target groups must be prepared first.",
    fix: "Make a second service under another name with the other controller, move routes or callers to it, then give the old one up.",
  },
  {
    id: "plan-shifts-traffic",
    title: "A plan shifts no traffic between target groups",
    severity: "warning",
    controls: [],
    page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb-resources-for-blue-green.html",
    why: "Whoever deploys shifts weights, and the group that an apply shifts to may have no tasks.",
    fix: "Put `action` of the rule into `ignore_changes`, or check that the other group has healthy tasks.",
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
