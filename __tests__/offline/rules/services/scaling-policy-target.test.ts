import { scalingPolicyTarget } from "../../../../offline/rules/services/scaling-policy-target";
import { unknown } from "../../../../offline/values/value";
import { aChange, aCloud, refusals } from "../../../support/a-cloud";

const target = {
  service_namespace: "ecs",
  resource_id: "service/dev/app",
  scalable_dimension: "ecs:service:DesiredCount",
};

describe("A scaling policy", () => {
  test("belongs to a registered target", () => {
    const cloud = aCloud([{ type: "aws_appautoscaling_target", values: target }]);
    expect(refusals(scalingPolicyTarget, aChange("aws_appautoscaling_policy", target, { cloud }))).toEqual(
      [],
    );
  });

  test("is refused without one", () => {
    expect(refusals(scalingPolicyTarget, aChange("aws_appautoscaling_policy", target))).toMatchObject([
      {
        code: "ObjectNotFoundException",
        message:
          "No scalable target registered for service namespace: ecs, resource ID: service/dev/app, scalable dimension: ecs:service:DesiredCount",
      },
    ]);
  });

  test("is not looked at before its target is known", () => {
    const change = aChange("aws_appautoscaling_policy", { ...target, resource_id: unknown });
    expect(refusals(scalingPolicyTarget, change)).toEqual([]);
  });
});
