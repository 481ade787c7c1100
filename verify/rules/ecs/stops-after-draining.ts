import { numberOf } from "../../values/plain-values";
import { showValue } from "../../values/show-value";
import { type Rule, type Verdict } from "../rule";
import { showDefault } from "../attribute-rule";
import { balancedServices } from "./balanced-services";

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
      const written = resource.values["deregistration_delay"];
      const delay = numberOf(written ?? usualDelay);
      return containers.map(({ name, values: { stopTimeout } }): Verdict => {
        const stop = numberOf(stopTimeout ?? usualStop);
        if (delay !== undefined && stop !== undefined && delay <= stop) return { resource };
        const must = `must be at most stopTimeout of the container ${name} (${showValue(stopTimeout ?? usualStop)})`;
        const got = written === undefined ? showDefault(usualDelay) : showValue(written);
        return { resource, problem: { attribute: "deregistration_delay", must, got } };
      });
    }),
};
