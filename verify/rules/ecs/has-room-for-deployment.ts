import { isOpen, numberOf } from "../../values/plain-values";
import { attributeRule } from "../attribute-rule";
import { isDeployedByEcs, isReplica } from "./services";

/** About services of one or two tasks; a number that the files do not tell may be one of them. */
export const hasRoomForDeployment = attributeRule({
  id: "deployment-has-room",
  title: "Deployments of small services may start all new tasks beside the old ones",
  severity: "error",
  controls: [],
  page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html#sd-deploymentconfiguration",
  why: "With one or two tasks and less than 200 % there is no room for the new ones: the deployment stands still, or takes twice as long.",
  fix: "Leave `deployment_maximum_percent` at 200.",
  types: ["aws_ecs_service"],
  attribute: "deployment_maximum_percent",
  must: "must be at least 200 for one or two tasks",
  default: 200,
  holds: (percent) => (numberOf(percent) ?? 0) >= 200,
  isAbout: (service) => {
    const count = service.values["desired_count"];
    const isSmall = isOpen(count) || [1, 2].includes(numberOf(count) ?? 1);
    return isSmall && isReplica(service) && isDeployedByEcs(service);
  },
});
