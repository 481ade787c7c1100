import type { Construct } from "constructs";
import type { Deployment, ShiftingDeployment } from "../../contract/deployment";
import { quotas } from "../../limits/quotas";
import { throwConstructProblems } from "../../problems/construct-error";
import { formatGiven, type Problem } from "../../problems/problem";
import type { Route } from "./frontend-service";

/** What routes must fulfil to become listener rules. @throws ConstructError with all problems. */
export function checkRoutes(scope: Construct, routes: readonly Route[], deployment: Deployment): void {
  throwConstructProblems(scope.node.path, [
    ...checkCount(routes),
    ...routes.flatMap(checkPriority),
    ...checkConditions(routes),
    ...checkPriorities(routes),
    ...(deployment.strategy === "rolling" ? [] : checkShift(routes, deployment)),
  ]);
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
  if (Number.isInteger(priority) && priority >= 1 && priority <= quotas.largestRulePriority) return [];
  return [
    {
      where: `routes[${index}].priority`,
      must: `must be a whole number from 1 to ${quotas.largestRulePriority}`,
      got: formatGiven(priority),
      advice: "Choose a number that no other route of the load balancer has.",
    },
  ];
}

function checkConditions(routes: readonly Route[]): Problem[] {
  return repeated(routes, ({ host = "", path }) => `${host} ${path}`).map(({ route, index }) => ({
    where: `routes[${index}]`,
    must: "must differ from every other route in path or host",
    got: formatGiven({ host: route.host, path: route.path }),
    advice: "Leave one of them out.",
  }));
}

function checkPriorities(routes: readonly Route[]): Problem[] {
  return repeated(routes, ({ priority }) => String(priority)).map(({ route, index }) => ({
    where: `routes[${index}].priority`,
    must: "must differ from that of every other route of the load balancer",
    got: formatGiven(route.priority),
    advice: "Choose another number: the lowest that matches wins.",
  }));
}

/** A deployment moves the weights of one rule: the requests of all others would stay where no tasks are left. */
function checkShift(routes: readonly Route[], { strategy, testHeader }: ShiftingDeployment): Problem[] {
  const [route] = routes;
  const problems: Problem[] = [];
  if (routes.length > 1) {
    problems.push({
      where: "routes",
      must: `must be one route with ${strategy} deployments, because AWS shifts the traffic of one rule`,
      got: formatGiven(routes.length),
      advice: "Use one route that covers them, such as a host with the path /*, or rolling deployments.",
    });
  }
  const { priority = 0, testPriority } = route ?? {};
  const isFirst = Number.isInteger(testPriority) && testPriority !== undefined && testPriority < priority;
  if (testHeader && route && !(isFirst && testPriority >= 1)) {
    problems.push({
      where: "routes[0].testPriority",
      must: `must be a whole number from 1 to ${priority - 1}, so that requests with the test header are found first`,
      got: formatGiven(testPriority),
      advice: "Choose a number that no other route of the load balancer has.",
    });
  }
  return problems;
}

/** The routes whose key an earlier one has already. */
function repeated(routes: readonly Route[], keyOf: (route: Route) => string) {
  const keys = routes.map(keyOf);
  return routes
    .map((route, index) => ({ route, index }))
    .filter(({ index }) => keys.indexOf(keys[index] ?? "") < index);
}
