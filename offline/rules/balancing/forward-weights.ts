import { actionsOf, forwardingTypes } from "./forward-targets";
import { items, number } from "../../values/reading";
import { type Rule } from "../rule";

const largestWeight = 999;
const mostGroups = 5;

/** A forward action shares requests among at most five target groups, with weights from 0 to 999. */
export const forwardWeights: Rule = {
  id: "forward-weights",
  types: forwardingTypes,
  actions: ["create", "update"],
  phase: "plan",
  documentation:
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupTuple.html",
  check({ type, values }) {
    const forwards = actionsOf(type, values).flatMap((action) => items(action, "forward"));
    return forwards.flatMap((forward) => {
      const groups = items(forward, "target_group");
      const weights = groups.map((group) => number(group, "weight")).filter((weight) => weight !== undefined);
      const refuse = (code: string, message: string, advice: string) => [{ code, message, advice }];
      if (groups.length > mostGroups) {
        return refuse(
          "TooManyTargetGroups",
          `A forward action can have at most ${mostGroups} target groups`,
          `It has ${groups.length}. Leave out ${groups.length - mostGroups}.`,
        );
      }
      const wrong = weights.find((weight) => weight < 0 || weight > largestWeight);
      if (wrong === undefined) return [];
      return refuse(
        "ValidationError",
        `The weight '${wrong}' must be between 0 and ${largestWeight}`,
        "Weights are shares, not percentages: any numbers from 0 to 999.",
      );
    });
  },
};
