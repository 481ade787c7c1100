import { isDeepStrictEqual } from "node:util";
import { type Values } from "../../values/value";
import { isSet, isUnknown, items } from "../../values/reading";
import { type Rule } from "../rule";

/** The provider changes how tasks are placed only along with a new deployment. */
export const capacityChange: Rule = {
  id: "capacity-change",
  types: ["aws_ecs_service"],
  actions: ["update"],
  phase: "plan",
  documentation: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html",
  check({ values, existing }) {
    const block = "capacity_provider_strategy";
    if (!existing || isSet(values, "force_new_deployment") || isUnknown(values[block])) return [];
    if (isDeepStrictEqual(strategy(values, block), strategy(existing.values, block))) return [];
    return [
      {
        // The provider's own check: it has no code of AWS.
        code: "InvalidParameterException",
        message: "force_new_deployment should be true when capacity_provider_strategy is being updated",
        advice: "Set force_new_deployment for this apply; it starts a deployment of the running revision.",
        path: [block],
      },
    ];
  },
};

/** A set: the order says nothing. */
function strategy(values: Values, block: string): readonly string[] {
  return items(values, block)
    .map(({ capacity_provider: provider, base, weight }) =>
      JSON.stringify([provider, base ?? 0, weight ?? 0]),
    )
    .sort();
}
