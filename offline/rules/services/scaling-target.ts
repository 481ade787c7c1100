import { number, text } from "../../values/reading";
import { type Refusal, type Rule } from "../rule";

/** What a scalable target must look like. */
export const scalingTarget: Rule = {
  id: "scaling-target",
  types: ["aws_appautoscaling_target"],
  actions: ["create", "update"],
  phase: "plan",
  documentation:
    "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html",
  check({ values }) {
    const [least, most] = [number(values, "min_capacity"), number(values, "max_capacity")];
    const resource = text(values, "resource_id");
    const refused: Refusal[] = [];
    if (least !== undefined && most !== undefined && least > most)
      refused.push({
        code: "ValidationException",
        message: "Maximum capacity cannot be less than minimum capacity",
        advice: `Raise max_capacity (${most}) or lower min_capacity (${least}).`,
        path: ["max_capacity"],
      });
    if (
      text(values, "service_namespace") === "ecs" &&
      resource !== undefined &&
      !/^service\/[^/]+\/[^/]+$/.test(resource)
    )
      refused.push({
        code: "ValidationException",
        message: `Unsupported service namespace, resource type or scalable dimension: ${resource}`,
        advice: "Write service/<cluster>/<service>, with names and not ARNs.",
        path: ["resource_id"],
      });
    return refused;
  },
};
