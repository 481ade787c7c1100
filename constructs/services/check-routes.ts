import type { Construct } from "constructs";
import { throwConstructProblems } from "../../problems/construct-error";
import { formatGiven, type Problem } from "../../problems/problem";
import type { Route } from "./frontend-service";

/** What routes must fulfil to become listener rules. @throws ConstructError with all problems. */
export function checkRoutes(scope: Construct, routes: readonly Route[]): void {
  throwConstructProblems(scope.node.path, [...checkCount(routes), ...routes.flatMap(checkPriority)]);
}

function checkCount(routes: readonly Route[]): Problem[] {
  if (routes.length > 0) return [];
  return [
    {
      where: "routes",
      must: "must name at least one route",
      got: "none",
      advice: 'Use { path: "/*", priority: 1000 } for everything, or a Worker for a service nobody calls.',
    },
  ];
}

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html */
function checkPriority({ priority }: Route, index: number): Problem[] {
  if (Number.isInteger(priority) && priority >= 1 && priority <= 50_000) return [];
  return [
    {
      where: `routes[${index}].priority`,
      must: "must be a whole number from 1 to 50000",
      got: formatGiven(priority),
      advice: "Choose a number that no other route of the load balancer has.",
    },
  ];
}
