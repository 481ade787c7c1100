import type { FrontendSettings, RouteSettings, ServiceSettings } from "./environment";

type Services = Readonly<Record<string, ServiceSettings>>;

/**
 * Gives the routes of frontends with a test header the priority of their test rule: the closest one before the route's own that no rule
 * of the load balancer has. Closest, because a request with the header must still find more specific routes of other services first.
 */
export function withTestPriorities(services: Services): Services {
  const taken = new Set(
    Object.values(services).flatMap((service) => routesOf(service).map(({ priority }) => priority)),
  );
  return Object.fromEntries(
    Object.entries(services).map(([name, service]) => [
      name,
      isTested(service)
        ? { ...service, routes: service.routes.map((route) => tested(route, taken)) }
        : service,
    ]),
  );
}

function routesOf(service: ServiceSettings): readonly RouteSettings[] {
  return service.kind === "frontend" ? service.routes : [];
}

function isTested(service: ServiceSettings): service is FrontendSettings {
  const { kind, deployment } = service;
  return kind === "frontend" && deployment.strategy !== "rolling" && deployment.testHeader !== undefined;
}

function tested(route: RouteSettings, taken: Set<number>): RouteSettings {
  const testPriority = closestFreeBelow(route.priority, taken);
  taken.add(testPriority);
  return { ...route, testPriority };
}

/** Below 1, where priorities begin, when none is free. */
export function closestFreeBelow(priority: number, taken: ReadonlySet<number>): number {
  const below = priority - 1;
  return taken.has(below) ? closestFreeBelow(below, taken) : below;
}
