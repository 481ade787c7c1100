import { isUnset, numberOf } from "../../values/plain-values";
import { showValue } from "../../values/show-value";
import { type Rule, type Verdict } from "../rule";
import { showDefault } from "../attribute-rule";
import { balancedServices } from "./balanced-services";
import { type Container } from "./containers-of";

/** Seconds where nothing is written. */
const usualDelay = 300;
const usualStop = 30;

/** A warning: how long requests really take is not in the files. */
export const stopsAfterDraining: Rule = {
  id: "task-stops-after-draining",
  title: "Tasks have as long to stop as load balancers wait for their requests",
  severity: "warning",
  controls: [],
  page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/load-balancer-connection-draining.html",
  why: "A task that is killed while the balancer still waits cuts running requests; a delay that nobody needs makes each deployment minutes longer.",
  fix: "Set `deregistration_delay` to the longest request, and `stopTimeout` of the container to at least as much (at most 120 s on Fargate).",
  check: (environment) =>
    balancedServices(environment).flatMap(({ targetGroup: resource, containers }): readonly Verdict[] => {
      const [shortest] = containers.toSorted((one, other) => stopOf(one) - stopOf(other));
      if (shortest === undefined) return [];
      const written = resource.values["deregistration_delay"];
      if ((numberOf(written ?? usualDelay) ?? Infinity) <= stopOf(shortest)) return [{ resource }];
      const must = `must be at most stopTimeout of the container ${shortest.name} (${stopOf(shortest)})`;
      const got = isUnset(written) ? showDefault(usualDelay) : showValue(written);
      return [{ resource, problem: { attribute: "deregistration_delay", must, got } }];
    }),
};

/** A time that the files do not tell counts as what ECS takes. */
function stopOf({ values: { stopTimeout } }: Container): number {
  return numberOf(stopTimeout) ?? usualStop;
}
