import { numberOf } from "../../values/plain-values";
import { attributeRule } from "../attribute-rule";
import { isDeployedByEcs, isReplica } from "./services";

export const keepsHealthyTasks = attributeRule({
  id: "deployment-keeps-healthy-tasks",
  title: "Deployments keep all wanted tasks running",
  severity: "error",
  controls: [],
  page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html#sd-deploymentconfiguration",
  why: "Below 100 % ECS stops tasks before new ones are there: with one task that is an outage at each deployment.",
  fix: "Leave `deployment_minimum_healthy_percent` at 100.",
  types: ["aws_ecs_service"],
  attribute: "deployment_minimum_healthy_percent",
  must: "must be at least 100",
  default: 100,
  holds: (percent) => (numberOf(percent) ?? 0) >= 100,
  isAbout: (service) => isReplica(service) && isDeployedByEcs(service),
});
