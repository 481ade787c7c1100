import { item, items, text, texts } from "../../values/reading";
import { textPlaces } from "../reading/places-of";
import { type Change, type Refusal, type Rule } from "../rule";
import { controllerOf } from "./service-settings";

/** A CodeDeploy group for a service that another controller deploys, or with a listener that does not lead to its target groups. */
export const deploymentGroup: Rule = {
  id: "deployment-group",
  types: ["aws_codedeploy_deployment_group"],
  actions: ["create", "update"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeploymentGroup.html",
  check(change) {
    return [...checkService(change), ...checkListeners(change)];
  },
};

function checkService({ values, cloud }: Change): readonly Refusal[] {
  const asked = item(values, "ecs_service");
  const [cluster, name] = [text(asked ?? {}, "cluster_name"), text(asked ?? {}, "service_name")];
  if (cluster === undefined || name === undefined) return [];
  const service = cloud
    .all("aws_ecs_service")
    .find(
      ({ values: own }) =>
        text(own, "name") === name && (text(own, "cluster") ?? "").split("/").at(-1) === cluster,
    );
  const controller = service && controllerOf(service.values);
  if (controller === undefined || controller === "CODE_DEPLOY") return [];
  return [
    {
      code: "InvalidECSServiceException",
      message: `Deployment group's ECS service must be configured for a CODE_DEPLOY deployment controller; ${name} has ${controller}.`,
      advice:
        'Give the service deployment_controller { type = "CODE_DEPLOY" }: AWS does so for new services only.',
      path: ["ecs_service"],
    },
  ];
}

function checkListeners({ values, cloud }: Change): readonly Refusal[] {
  const pair = item(item(values, "load_balancer_info") ?? {}, "target_group_pair_info");
  const listeners = texts(item(pair ?? {}, "prod_traffic_route") ?? {}, "listener_arns");
  const names = items(pair ?? {}, "target_group").flatMap((group) => text(group, "name") ?? []);
  const groups = names.flatMap(
    (name) => cloud.find("aws_lb_target_group", "name", name)?.values["arn"] ?? [],
  );
  if (listeners.length === 0 || groups.length < 2) return [];
  const found = listeners.flatMap((arn) => cloud.find("aws_lb_listener", "arn", arn) ?? []);
  // Nothing is known of a listener of another stack's account file.
  if (found.length < listeners.length) return [];
  const rules = cloud
    .all("aws_lb_listener_rule")
    .filter(({ values: rule }) => listeners.includes(text(rule, "listener_arn") ?? ""));
  const actions = [
    ...found.map(({ values: listener }) => [listener, "default_action"] as const),
    ...rules.map(({ values: rule }) => [rule, "action"] as const),
  ];
  const leads = actions.some(([owner, action]) =>
    [`${action}.target_group_arn`, `${action}.forward.target_group.arn`].some((path) =>
      textPlaces(owner, path).some(({ value }) => groups.includes(value)),
    ),
  );
  if (leads) return [];
  return [
    {
      code: "InvalidLoadBalancerInfoException",
      message: `The production listener does not forward to a target group of the pair: ${names.join(", ")}.`,
      advice: "Name the listener whose rule forwards to the service, in prod_traffic_route.",
      path: ["load_balancer_info"],
    },
  ];
}
