import { type Values } from "../../values/value";
import { isAbsent, isSet, item, items, number, text } from "../../values/reading";
import { type Change, type Refusal, type Rule } from "../rule";

/** Settings of a service that contradict each other. */
export const serviceSettings: Rule = {
  id: "service-settings",
  types: ["aws_ecs_service"],
  actions: ["create", "update"],
  phase: "plan",
  documentation: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
  check({ values, action, existing }) {
    return contradictions
      .filter(({ isWrong, onlyCreate }) => (action === "create" || !onlyCreate) && isWrong(values, existing))
      .map(({ message, advice, path }): Refusal => ({
        code: "InvalidParameterException",
        message,
        advice: typeof advice === "string" ? advice : advice(values),
        path,
      }));
  },
};

interface Contradiction {
  readonly isWrong: (service: Values, existing: Change["existing"]) => boolean;
  /** The provider replaces the service when this changes, and AWS fills it in. */
  readonly onlyCreate?: true;
  readonly message: string;
  readonly advice: string | ((service: Values) => string);
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
    isWrong: (service) => isRolling(service) && leastPercent(service) === 100 && mostPercent(service) === 100,
    message: "Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments.",
    advice: "Raise deployment_maximum_percent to 200, or lower deployment_minimum_healthy_percent.",
    path: ["deployment_maximum_percent"],
  },
  {
    isWrong: (service) => isRolling(service) && mostPercent(service) < leastPercent(service),
    message: "maximumPercent must not be less than minimumHealthyPercent.",
    advice: (service) =>
      `Raise deployment_maximum_percent (${mostPercent(service)}) or lower deployment_minimum_healthy_percent (${leastPercent(service)}).`,
    path: ["deployment_maximum_percent"],
  },
  {
    isWrong: (service, existing) =>
      isSet(item(service, "deployment_circuit_breaker") ?? {}, "enable") &&
      ["CODE_DEPLOY", "EXTERNAL"].includes(controllerOf(service) ?? "") &&
      !isHandedToCodeDeploy(service, existing),
    message: "DeploymentCircuitBreaker feature can only be enabled with ECS deployment controller.",
    advice: (service) =>
      `Leave out deployment_circuit_breaker: the controller is ${controllerOf(service)}, and CodeDeploy rolls back by its own alarms.`,
    path: ["deployment_circuit_breaker"],
  },
];

/** AWS refuses that whatever else is asked for, and the breaker may be the one that the service has: nothing to leave out. */
function isHandedToCodeDeploy(service: Values, existing: Change["existing"]): boolean {
  return (
    controllerOf(service) === "CODE_DEPLOY" &&
    existing !== undefined &&
    controllerOf(existing.values) !== "CODE_DEPLOY"
  );
}

/** Whether ECS replaces tasks a few at a time, within the percentages; the other strategies start a second set. */
function isRolling(service: Values): boolean {
  const strategy = text(item(service, "deployment_configuration") ?? {}, "strategy") ?? "ROLLING";
  return (
    controllerOf(service) === "ECS" &&
    strategy === "ROLLING" &&
    text(service, "scheduling_strategy") !== "DAEMON"
  );
}

/** The provider's defaults stand where the configuration says nothing; what is unknown contradicts nothing. */
function mostPercent(service: Values): number {
  const name = "deployment_maximum_percent";
  return isAbsent(service, name) ? 200 : (number(service, name) ?? Infinity);
}

function leastPercent(service: Values): number {
  const name = "deployment_minimum_healthy_percent";
  return isAbsent(service, name) ? 100 : (number(service, name) ?? 0);
}

/** Who deploys; undefined while that is unknown. */
export function controllerOf(service: Values): string | undefined {
  if (isAbsent(service, "deployment_controller")) return "ECS";
  const controller = item(service, "deployment_controller");
  if (!controller) return undefined;
  return text(controller, "type") ?? (isAbsent(controller, "type") ? "ECS" : undefined);
}
