import { parsePrivateImage } from "../../../limits/private-images";
import { type Values } from "../../values/value";
import { containersOf, nameOf } from "./containers-of";
import { isAbsent, item, text, texts } from "../../values/reading";
import { type Refusal, type Rule } from "../rule";

const logDrivers = ["awslogs", "splunk", "awsfirelens"];

/** What a task definition must have, or must not have, to run on Fargate. */
export const fargateTask: Rule = {
  id: "fargate-task",
  types: ["aws_ecs_task_definition"],
  actions: ["create"],
  phase: "plan",
  documentation: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html",
  check({ values }) {
    if (!texts(values, "requires_compatibilities").includes("FARGATE")) return [];
    const mode = text(values, "network_mode");
    const containers = containersOf(values) ?? [];
    return [
      ...(mode === "awsvpc" || (mode === undefined && !isAbsent(values, "network_mode"))
        ? []
        : [
            refusal(
              "Fargate only supports network mode ‘awsvpc’.",
              `Set network_mode to "awsvpc", got ${mode ?? "nothing, which is bridge"}.`,
              "network_mode",
            ),
          ]),
      ...(isAbsent(values, "execution_role_arn") ? executionRole(containers) : []),
      ...containers.flatMap(logDriver),
    ];
  },
};

function executionRole(containers: readonly Values[]): readonly Refusal[] {
  const advice = "Set execution_role_arn to a role that ecs-tasks.amazonaws.com may assume.";
  const needs = (what: string) =>
    refusal(
      `Fargate requires task definition to have execution role ARN to support ${what}.`,
      advice,
      "execution_role_arn",
    );
  if (
    containers.some((container) => text(item(container, "logConfiguration") ?? {}, "logDriver") === "awslogs")
  )
    return [needs("log driver awslogs")];
  if (containers.some((container) => parsePrivateImage(text(container, "image") ?? "")))
    return [needs("ECR images")];
  return [];
}

function logDriver(container: Values): readonly Refusal[] {
  const driver = text(item(container, "logConfiguration") ?? {}, "logDriver");
  if (driver === undefined || logDrivers.includes(driver)) return [];
  return [
    refusal(
      `Log driver ${driver} of container '${nameOf(container)}' is not supported on Fargate.`,
      `Use ${logDrivers.join(", ")}.`,
      "container_definitions",
    ),
  ];
}

function refusal(message: string, advice: string, attribute: string): Refusal {
  return { code: "ClientException", message, advice, path: [attribute] };
}
