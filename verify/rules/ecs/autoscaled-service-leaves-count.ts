import { type EnvironmentFiles } from "../../estate/estate";
import { type Resource } from "../../estate/resource";
import { isUnset } from "../../values/plain-values";
import { pointsTo } from "../../values/points-to";
import { showValue } from "../../values/show-value";
import { writtenText } from "../../values/written-text";
import { lifecycleOf } from "../lifecycle-of";
import { type Rule, type Verdict } from "../rule";

/** A service whose count is not written is left alone by Terraform anyway. */
export const autoscaledServiceLeavesCount: Rule = {
  id: "autoscaled-service-leaves-count",
  title: "Autoscaled services leave their number of tasks to autoscaling",
  severity: "error",
  controls: [],
  page: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_service#ignoring-changes-to-desired-count",
  why: "Each apply sets the number back, and stops running tasks in the middle of a busy hour.",
  fix: "Set `ignore_changes = [desired_count]` in the service's `lifecycle`.",
  check: (environment) =>
    environment
      .all("aws_ecs_service")
      .filter((service) => isAutoscaled(service, environment))
      .map((resource): Verdict => {
        const count = resource.values["desired_count"];
        const { ignores } = lifecycleOf(resource);
        const isLeft = ignores.some((name) => name === "desired_count" || name === "all");
        if (isLeft || isUnset(count)) return { resource };
        const must = "must be ignored by Terraform, because the service is autoscaled";
        return { resource, problem: { attribute: "desired_count", must, got: showValue(count) } };
      }),
};

function isAutoscaled(service: Resource, environment: EnvironmentFiles): boolean {
  const { name } = service.values;
  return environment.all("aws_appautoscaling_target").some(({ values: { resource_id: id } }) => {
    const isNamed = typeof name === "string" && (writtenText(id ?? null) ?? "").endsWith(`/${name}`);
    return pointsTo(id, service) || isNamed;
  });
}
