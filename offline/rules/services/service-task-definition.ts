import { type Values } from "../../values/value";
import { asksFor } from "../reading/asked-for";
import { containersOf, nameOf } from "./containers-of";
import { isAbsent, isSet, items, number, text } from "../../values/reading";
import { type Change, type Refusal, type Rule } from "../rule";
import { taskDefinitionOf } from "./task-definition-of";

/** What a service says about its tasks that its task definition does not bear out. */
export const serviceTaskDefinition: Rule = {
  id: "service-task-definition",
  types: ["aws_ecs_service"],
  actions: ["create", "update"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
  check(change) {
    const task = taskDefinitionOf(change);
    if (!task) return [];
    return [...network(change, task), ...commands(change, task), ...containers(change, task)];
  },
};

function network({ values }: Change, task: Values): readonly Refusal[] {
  if (text(task, "network_mode") !== "awsvpc" || !isAbsent(values, "network_configuration")) return [];
  return [
    refusal(
      "Network Configuration must be provided when networkMode 'awsvpc' is specified.",
      "Add network_configuration with subnets and security groups.",
      ["network_configuration"],
    ),
  ];
}

function commands(change: Change, task: Values): readonly Refusal[] {
  if (!isSet(change.values, "enable_execute_command") || !asksFor(change, "enable_execute_command"))
    return [];
  if (!isAbsent(task, "task_role_arn")) return [];
  return [
    refusal(
      "The service couldn't be created because a valid taskRoleArn is not being used. Specify a valid task role in your task definition and try again.",
      "Give the task definition a task_role_arn: commands in tasks go through Systems Manager with its permissions.",
      ["enable_execute_command"],
    ),
  ];
}

function containers(change: Change, task: Values): readonly Refusal[] {
  const defined = containersOf(task);
  if (!defined || !asksFor(change, "load_balancer")) return [];
  return items(change.values, "load_balancer").flatMap((balancer): readonly Refusal[] => {
    const name = text(balancer, "container_name");
    const port = number(balancer, "container_port");
    const container = defined.find((one) => nameOf(one) === name);
    if (name === undefined) return [];
    if (!container) {
      const names = defined.map(nameOf).join(", ");
      return [
        refusal(
          `The container ${name} does not exist in the task definition.`,
          `The task definition has ${names}.`,
          ["load_balancer"],
        ),
      ];
    }
    const ports = items(container, "portMappings").map((mapping) => number(mapping, "containerPort"));
    if (port === undefined || ports.includes(port)) return [];
    return [
      refusal(
        `The container ${name} did not have a container port ${port} defined.`,
        `Add the port to portMappings of the container, or use one of: ${ports.join(", ") || "none yet"}.`,
        ["load_balancer"],
      ),
    ];
  });
}

function refusal(message: string, advice: string, path: Refusal["path"]): Refusal {
  return { code: "InvalidParameterException", message, advice, path };
}
