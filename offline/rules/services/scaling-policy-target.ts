import { text } from "../../values/reading";
import { type Rule } from "../rule";

const identity = ["service_namespace", "resource_id", "scalable_dimension"];

/** A scaling policy or scheduled action of something that was not registered for scaling. */
export const scalingPolicyTarget: Rule = {
  id: "scaling-policy-target",
  types: ["aws_appautoscaling_policy", "aws_appautoscaling_scheduled_action"],
  actions: ["create"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScalingPolicy.html",
  check({ values, cloud, region }) {
    const asked = identity.map((attribute) => text(values, attribute));
    if (asked.includes(undefined)) return [];
    const isRegistered = cloud
      .all("aws_appautoscaling_target")
      .some(
        (target) =>
          target.region === region && identity.every((name, at) => text(target.values, name) === asked[at]),
      );
    if (isRegistered) return [];
    const [namespace, resource, dimension] = asked;
    return [
      {
        code: "ObjectNotFoundException",
        message: `No scalable target registered for service namespace: ${namespace}, resource ID: ${resource}, scalable dimension: ${dimension}`,
        advice: "Refer to the attributes of the aws_appautoscaling_target, so that Terraform makes it first.",
        path: ["resource_id"],
      },
    ];
  },
};
