import { quotas } from "../../limits/quotas";
import { formatGiven, type Problem } from "../../problems/problem";
import type { EnvironmentDraft, RouteDraft } from "../draft";
import { fieldPath } from "../../problems/field-path";
import { mostWildcards } from "../reading/request-patterns";
import { routePriority } from "../route-priority";
import type { EnvironmentCheck } from "./environment-check";

/** Two frontends cannot answer the same requests. */
export const routesDiffer: EnvironmentCheck = (environment) => {
  const owners = new Map<string, string>();
  return placedRoutes(environment).flatMap(({ where, service, route }): Problem[] => {
    const key = `${route.host?.toLowerCase() ?? ""} ${route.path}`;
    const owner = owners.get(key);
    if (owner === undefined) owners.set(key, service);
    if (owner === undefined) return [];
    const must = `must differ from the routes of ${JSON.stringify(owner)}`;
    return [{ where, must, got: showRoute(route), advice: "Choose another path, or give a host." }];
  });
};

/** AWS refuses two rules with one priority. */
export const routePrioritiesDiffer: EnvironmentCheck = (environment) => {
  const routes = placedRoutes(environment);
  const priorities = routes.map(({ route }) => route.priority ?? routePriority(route));
  const keys = routes.map(({ route }) => showRoute(route));
  return routes.flatMap(({ where, route }, index): Problem[] => {
    const first = priorities.findIndex((priority) => priority === priorities[index]);
    if (first === index || keys[first] === keys[index]) return [];
    const free = freePriority(priorities[index] ?? 1, new Set(priorities));
    const must = `must have a priority of its own; ${routes[first]?.where} has ${priorities[index]} too`;
    return [{ where, must, got: showRoute(route), advice: `Add priority: ${free}.` }];
  });
};

/** The certificate covers the domain and one label below it; any other host would get a browser's warning. */
export const routeHostsInDomain: EnvironmentCheck = (environment) => {
  const { domain } = environment;
  if (!domain || domain === "none") return [];
  return placedRoutes(environment).flatMap(({ where, route: { host } }): Problem[] => {
    if (host === undefined || isCovered(host, domain.name)) return [];
    const must = `must be ${domain.name} or one label below it, which its certificate covers`;
    const advice = `Use for example "admin.${domain.name}".`;
    return [{ where: `${where}.host`, must, got: formatGiven(host), advice }];
  });
};

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html */
export const routeWildcards: EnvironmentCheck = (environment) =>
  placedRoutes(environment).flatMap(({ where, route }): Problem[] => {
    const wildcards = `${route.host ?? ""}${route.path}`.match(/[*?]/g)?.length ?? 0;
    if (wildcards <= mostWildcards) return [];
    const must = `must have at most ${mostWildcards} wildcards`;
    return [{ where, must, got: `${wildcards} wildcards`, advice: "Use fewer * and ?." }];
  });

interface PlacedRoute {
  readonly where: string;
  readonly service: string;
  readonly route: RouteDraft;
}

function placedRoutes({ services }: EnvironmentDraft): readonly PlacedRoute[] {
  return [...(services ?? [])].flatMap(([service, { routes = [] }]) =>
    routes.map((route, index) => ({
      where: fieldPath("services", [service, "routes", index]),
      service,
      route,
    })),
  );
}

function showRoute({ host, path }: RouteDraft): string {
  return formatGiven(`${host?.toLowerCase() ?? ""}${path}`);
}

function isCovered(host: string, domain: string): boolean {
  return host === domain || (host.endsWith(`.${domain}`) && !host.slice(0, -domain.length - 1).includes("."));
}

function freePriority(from: number, taken: ReadonlySet<number>): number {
  const above = (from % quotas.largestRulePriority) + 1;
  return taken.has(above) ? freePriority(above, taken) : above;
}
