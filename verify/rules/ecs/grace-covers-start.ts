import { fieldsOf } from "../../values/fields-of";
import { isOpen, isUnset, numberOf } from "../../values/plain-values";
import { showValue } from "../../values/show-value";
import { attributeOf, showDefault } from "../attribute-rule";
import { type Rule, type Verdict } from "../rule";
import { type BalancedService, balancedServices } from "./balanced-services";

/** What the provider sets where a target group says nothing; AWS itself would take a threshold of 5. */
const usualInterval = 30;
const usualThreshold = 3;

/** Numbers that the files do not tell count as the provider's defaults; a grace that they do not tell is a problem. */
export const graceCoversStart: Rule = {
  id: "health-check-grace-covers-start",
  title: "Services get as long as they need before health checks count",
  severity: "warning",
  controls: [],
  page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html",
  why: "ECS kills tasks that were about to become healthy, starts them again, and the deployment fails under no load at all.",
  fix: "Set `health_check_grace_period_seconds` to at least startPeriod + interval × healthy threshold.",
  check: (environment) =>
    balancedServices(environment).map((balanced): Verdict => {
      const { service: resource } = balanced;
      const attribute = "health_check_grace_period_seconds";
      const written = resource.values[attribute];
      const { start, interval, threshold } = needsOf(balanced);
      const grace = numberOf(written ?? 0);
      if (grace !== undefined && grace >= start + interval * threshold) return { resource };
      const must = `must be at least startPeriod + interval × healthy threshold (${start} + ${interval} × ${threshold})`;
      const got = isUnset(written) ? showDefault(0) : showValue(written);
      return { resource, problem: { attribute, must, got } };
    }),
};

function needsOf({ targetGroup, allContainers }: BalancedService): {
  readonly start: number;
  readonly interval: number;
  readonly threshold: number;
} {
  const periods = allContainers.map(
    ({ values }) => numberOf(fieldsOf(values["healthCheck"])["startPeriod"]) ?? 0,
  );
  const interval = attributeOf(targetGroup.values, "health_check.interval");
  const threshold = attributeOf(targetGroup.values, "health_check.healthy_threshold");
  return {
    start: Math.max(0, ...periods),
    interval: isOpen(interval) ? usualInterval : (numberOf(interval) ?? usualInterval),
    threshold: isOpen(threshold) ? usualThreshold : (numberOf(threshold) ?? usualThreshold),
  };
}
