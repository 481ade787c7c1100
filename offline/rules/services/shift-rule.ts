import { items, item, text } from "../../values/reading";
import { type Values } from "../../values/value";
import { type Change, type Refusal, type Rule } from "../rule";
import { textPlaces } from "../reading/places-of";
import { shiftedStrategy } from "./traffic-shift";

/** A pair of target groups that the rules which ECS is told to shift do not forward to, or rules that do more than forward. */
export const shiftRule: Rule = {
  id: "shift-rule",
  types: ["aws_ecs_service"],
  actions: ["create", "update"],
  phase: "apply",
  documentation:
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/migrate-code-deploy-to-ecs-blue-green.html",
  check(change) {
    if (shiftedStrategy(change.values) === undefined) return [];
    return items(change.values, "load_balancer").flatMap((balancer) => checkPair(change, balancer));
  },
};

function checkPair({ cloud }: Change, balancer: Values): readonly Refusal[] {
  const advanced = item(balancer, "advanced_configuration");
  if (!advanced) return [];
  const arns = ["production_listener_rule", "test_listener_rule"].flatMap(
    (name) => text(advanced, name) ?? [],
  );
  const found = arns.map((arn) => cloud.find("aws_lb_listener_rule", "arn", arn)?.values);
  const rules = found.filter((rule) => rule !== undefined);
  // Rules of another stack's account file, or listeners of network load balancers: nothing is known of them.
  if (rules.length < arns.length || rules.length === 0) return [];
  const groups = [text(balancer, "target_group_arn"), text(advanced, "alternate_target_group_arn")];
  const missing = groups.filter((arn) => arn !== undefined && !rules.some((rule) => forwardsTo(rule, arn)));
  return [
    ...missing.map((arn) =>
      refusal(
        `Both targetGroup and alternateTargetGroup must be associated with the productionListenerRule or testListenerRule; ${arn} is not.`,
        "Let the action of the production rule forward to both target groups, with the weights 100 and 0.",
      ),
    ),
    ...rules
      .filter(isMixed)
      .map((rule) =>
        refusal(
          `The listener rule ${text(rule, "arn") ?? ""} has actions other than forward.`,
          "ECS shifts rules that forward and do nothing else: take the other actions away.",
        ),
      ),
  ];
}

function forwardsTo(rule: Values, arn: string): boolean {
  return ["action.target_group_arn", "action.forward.target_group.arn"].some((path) =>
    textPlaces(rule, path).some(({ value }) => value === arn),
  );
}

function isMixed(rule: Values): boolean {
  return items(rule, "action").some((action) => (text(action, "type") ?? "forward") !== "forward");
}

function refusal(message: string, advice: string): Refusal {
  return { code: "InvalidParameterException", message, advice, path: ["load_balancer"] };
}
