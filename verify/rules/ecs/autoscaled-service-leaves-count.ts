import { type Resource } from "../../estate/resource";
import { isUnset } from "../../values/plain-values";
import { referredTo } from "../../values/points-to";
import { showValue } from "../../values/show-value";
import { type Value } from "../../values/value";
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
  check: (environment) => {
    const ids = environment
      .all("aws_appautoscaling_target")
      .map(({ values }) => values["resource_id"] ?? null);
    const referred = new Set(ids.flatMap((id) => referredTo(id, "aws_ecs_service")));
    const named = new Set(ids.map(lastPart));
    const isAutoscaled = (service: Resource): boolean => {
      const { name } = service.values;
      return referred.has(service) || (typeof name === "string" && named.has(name));
    };
    return environment
      .all("aws_ecs_service")
      .filter(isAutoscaled)
      .map((resource): Verdict => {
        const count = resource.values["desired_count"];
        const { ignores } = lifecycleOf(resource);
        const isLeft = ignores.some((name) => name === "desired_count" || name === "all");
        if (isLeft || isUnset(count)) return { resource };
        const must = "must be ignored by Terraform, because the service is autoscaled";
        return { resource, problem: { attribute: "desired_count", must, got: showValue(count) } };
      });
  },
};

/** The name of the service in `service/cluster/name`. */
function lastPart(id: Value): string {
  return (writtenText(id) ?? "").replace(/^.*\//, "");
}
