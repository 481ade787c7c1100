import { asksFor } from "../reading/asked-for";
import { type Rule } from "../rule";
import { controllerOf } from "./service-settings";

/** What only CodeDeploy may change of a service once it exists, and AWS's word for it. */
const kept = {
  network_configuration: "network parameters",
  platform_version: "platform version",
  load_balancer: "load balancers",
  task_definition: "task definition",
} as const;

/** A change of a service that CodeDeploy deploys. */
export const codedeployService: Rule = {
  id: "codedeploy-service",
  types: ["aws_ecs_service"],
  actions: ["update"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html",
  check(change) {
    const controllers = [change.existing?.values ?? {}, change.values].map(controllerOf);
    if (controllers.some((controller) => controller !== "CODE_DEPLOY")) return [];
    return Object.entries(kept)
      .filter(([attribute]) => asksFor(change, attribute))
      .map(([attribute, what]) => ({
        code: "InvalidParameterException",
        message: `Unable to update ${what} on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.`,
        advice: `Ignore changes of ${attribute} in the service's lifecycle block and change it by a deployment, or replace the service.`,
        path: [attribute],
      }));
  },
};
