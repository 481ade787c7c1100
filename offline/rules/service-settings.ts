import { type Values } from "../values/value";
import { isAbsent, isSet, item, items, number, text } from "./known";
import { type Refusal, type Rule } from "./rule";

/** Settings of a service that contradict each other. */
export const serviceSettings: Rule = {
  id: "service-settings",
  types: ["aws_ecs_service"],
  actions: ["create", "update"],
  phase: "plan",
  documentation: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
  check({ values, action }) {
    return contradictions
      .filter(({ isWrong, onlyCreate }) => (action === "create" || !onlyCreate) && isWrong(values))
      .map(({ message, advice, path }): Refusal => ({
        code: "InvalidParameterException",
        message,
        advice,
        path,
      }));
  },
};

interface Contradiction {
  readonly isWrong: (service: Values) => boolean;
  /** The provider replaces the service when this changes, and AWS fills it in. */
  readonly onlyCreate?: true;
  readonly message: string;
  readonly advice: string;
  readonly path: Refusal["path"];
}

const contradictions: readonly Contradiction[] = [
  {
    isWrong: (service) =>
      text(service, "launch_type") !== undefined && items(service, "capacity_provider_strategy").length > 0,
    onlyCreate: true,
    message:
      "Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.",
    advice: "Leave out launch_type where a service has a capacity_provider_strategy.",
    path: ["launch_type"],
  },
  {
    isWrong: (service) =>
      (number(service, "health_check_grace_period_seconds") ?? 0) > 0 &&
      ["load_balancer", "vpc_lattice_configurations"].every((block) => isAbsent(service, block)),
    message: "Health check grace period is only valid for services configured to use load balancers",
    advice: "Leave out health_check_grace_period_seconds, or add the load_balancer block.",
    path: ["health_check_grace_period_seconds"],
  },
  {
    isWrong: (service) =>
      controllerOf(service) === "ECS" &&
      number(service, "deployment_maximum_percent") === 100 &&
      number(service, "deployment_minimum_healthy_percent") === 100,
    message: "Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments.",
    advice: "Raise deployment_maximum_percent to 200, or lower deployment_minimum_healthy_percent.",
    path: ["deployment_maximum_percent"],
  },
  {
    isWrong: (service) =>
      controllerOf(service) === "ECS" &&
      (number(service, "deployment_maximum_percent") ?? 200) <
        (number(service, "deployment_minimum_healthy_percent") ?? 0),
    message: "maximumPercent must not be less than minimumHealthyPercent.",
    advice: "Raise deployment_maximum_percent or lower deployment_minimum_healthy_percent.",
    path: ["deployment_maximum_percent"],
  },
  {
    isWrong: (service) =>
      isSet(item(service, "deployment_circuit_breaker") ?? {}, "enable") &&
      ["CODE_DEPLOY", "EXTERNAL"].includes(controllerOf(service) ?? ""),
    message: "DeploymentCircuitBreaker feature can only be enabled with ECS deployment controller.",
    advice: "Leave out deployment_circuit_breaker: CodeDeploy rolls back by its own alarms.",
    path: ["deployment_circuit_breaker"],
  },
];

/** Who deploys; undefined while that is unknown. */
export function controllerOf(service: Values): string | undefined {
  if (isAbsent(service, "deployment_controller")) return "ECS";
  const controller = item(service, "deployment_controller");
  if (!controller) return undefined;
  return text(controller, "type") ?? (isAbsent(controller, "type") ? "ECS" : undefined);
}
