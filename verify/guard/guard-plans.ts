import { type Estate } from "../estate/estate";
import { type Finding } from "../findings/finding";
import { guardDeployments } from "./guard-deployments";
import { guardLosses } from "./guard-losses";
import { guardPaths } from "./guard-paths";
import { readPlans } from "./read-plan";

/**
 * What plans do that they must not: replace or destroy what holds data or carries requests, deploy, or open a path. No value of a plan is told.
 *
 * @param plans what `terraform show -json` says of a plan, by the name of its stack; a stack without one is taken as unchanged
 * @throws ConfigError for what is no plan of these stacks.
 */
export function guardPlans(plans: ReadonlyMap<string, unknown>, estate: Estate): readonly Finding[] {
  const read = readPlans(plans, estate);
  return estate.environments.flatMap((environment) => {
    const own = read.filter(({ stack }) => environment.stacks.includes(stack));
    return own.length === 0
      ? []
      : [...guardLosses(own), ...guardDeployments(own), ...guardPaths(environment, own)];
  });
}
