import { asksFor } from "../reading/asked-for";
import { type Rule } from "../rule";
import { controllerOf } from "./service-settings";

/** The deployment controllers that AWS hands a service that exists over to, by the one it has. */
const transitions: Readonly<Record<string, readonly string[]>> = {
  CODE_DEPLOY: ["ECS", "EXTERNAL"],
  ECS: ["EXTERNAL"],
  EXTERNAL: ["ECS"],
};

/** A service handed over to a deployment controller that does not take it. */
export const serviceController: Rule = {
  id: "service-controller",
  types: ["aws_ecs_service"],
  actions: ["update"],
  phase: "plan",
  documentation: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/update-service-parameters.html",
  check(change) {
    const old = change.existing && controllerOf(change.existing.values);
    const asked = controllerOf(change.values);
    if (!asksFor(change, "deployment_controller") || old === undefined || asked === undefined) return [];
    if (old === asked || transitions[old]?.includes(asked)) return [];
    return [
      {
        code: "InvalidParameterException",
        message: `Unable to update the deployment controller of the service from ${old} to ${asked}.`,
        advice: `AWS takes such a service to ${transitions[old]?.join(" or ") ?? "no other"} only: make a second service under another name with the controller ${asked}, move its traffic over, then delete this one.`,
        path: ["deployment_controller"],
      },
    ];
  },
};
