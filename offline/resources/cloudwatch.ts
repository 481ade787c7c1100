import { text } from "../values/reading";
import { type Values } from "../values/value";
import { type ResourceBehaviour } from "./behaviour";
import { generatedName, templatedBehaviour } from "./templated-behaviour";

const alarms = ["aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm"].map((type) =>
  templatedBehaviour(type, {
    arn: "arn:{partition}:cloudwatch:{region}:{account}:alarm:{alarm_name}",
    id: "{alarm_name}",
  }),
);

const dashboard = templatedBehaviour("aws_cloudwatch_dashboard", {
  dashboard_arn: "arn:{partition}:cloudwatch::{account}:dashboard/{dashboard_name}",
  id: "{dashboard_name}",
});

const eventBus = templatedBehaviour("aws_cloudwatch_event_bus", {
  arn: "arn:{partition}:events:{region}:{account}:event-bus/{name}",
  id: "{name}",
});

/** Names of rules and targets are unique per bus; the default bus is left out of them. */
const onBus = (known: Values, separator: string): string => {
  const bus = text(known, "event_bus_name") ?? "default";
  return bus === "default" ? "" : `${bus}${separator}`;
};

const eventRule = templatedBehaviour("aws_cloudwatch_event_rule", {
  name: generatedName(),
  name_prefix: "",
  id: (known) => `${onBus(known, "/")}${text(known, "name") ?? ""}`,
  arn: "arn:{partition}:events:{region}:{account}:rule/{id}",
});

const eventTarget: ResourceBehaviour = {
  ...templatedBehaviour("aws_cloudwatch_event_target", {
    target_id: generatedName("target_id"),
    id: (known) => `${onBus(known, "-")}${text(known, "rule") ?? ""}-${text(known, "target_id") ?? ""}`,
  }),
  importId: (values) =>
    `${onBus(values, "/")}${text(values, "rule") ?? ""}/${text(values, "target_id") ?? ""}`,
};

export const cloudwatchBehaviours: readonly ResourceBehaviour[] = [
  ...alarms,
  dashboard,
  eventBus,
  eventRule,
  eventTarget,
];
