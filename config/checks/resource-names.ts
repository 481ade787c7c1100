import { formatGiven, type Problem } from "../../problems/problem";
import {
  databaseIdentifier,
  executionRoleName,
  loadBalancerName,
  monitoringRoleName,
  nameLimits,
  targetGroupName,
  taskRoleName,
} from "../../limits/resource-names";
import { fieldPath } from "../../problems/field-path";
import type { EnvironmentCheck } from "./environment-check";

interface ComposedName {
  readonly what: string;
  readonly name: string;
  readonly limit: number;
}

/** Names that are too long once composed, or too short, are refused by AWS in the middle of an apply. */
export const resourceNames: EnvironmentCheck = ({ name, services, databases }) => {
  if (name === undefined) return [];
  // The tightest limit on the environment's own name: a bucket's leaves as much in the longest region.
  const balancer = loadBalancerName(name, "internal");
  const found = findTooLong("name", [
    { what: "load balancer", name: balancer, limit: nameLimits.loadBalancer },
  ]);
  // Every other name is longer for the same reason.
  if (found.length > 0) return found;
  return [
    ...[...(services ?? [])].flatMap(([service, { port }]) => [
      ...findTooShort(service),
      ...findTooLong(fieldPath("services", [service]), serviceNames(name, service, port)),
    ]),
    ...[...(databases?.keys() ?? [])].flatMap((database) =>
      findTooLong(fieldPath("databases", [database]), databaseNames(name, database)),
    ),
  ];
};

/** The image repository of a service has its name. */
function findTooShort(service: string): readonly Problem[] {
  if (service.length >= nameLimits.shortestRepository) return [];
  const must = `must give an image repository name of at least ${nameLimits.shortestRepository} characters`;
  const where = fieldPath("services", [service]);
  return [{ where, must, got: formatGiven(service), advice: "Write the name in full." }];
}

function serviceNames(
  environment: string,
  service: string,
  port: number | undefined,
): readonly ComposedName[] {
  const roles = [executionRoleName(environment, service), taskRoleName(environment, service)];
  const identity = { port: port ?? 0, protocol: "HTTP", targetType: "ip" };
  const targetGroup = targetGroupName(environment, service, identity);
  return [
    ...(port === undefined
      ? []
      : [{ what: "target group", name: targetGroup, limit: nameLimits.targetGroup }]),
    ...roles.map((name) => ({ what: "role", name, limit: nameLimits.role })),
  ];
}

function databaseNames(environment: string, database: string): readonly ComposedName[] {
  return [
    {
      what: "database instance",
      name: databaseIdentifier(environment, database),
      limit: nameLimits.databaseIdentifier,
    },
    { what: "role", name: monitoringRoleName(environment, database), limit: nameLimits.role },
  ];
}

/** The name that is most over its limit: mending it mends the others. */
function findTooLong(where: string, names: readonly ComposedName[]): readonly Problem[] {
  const [worst] = names.toSorted((a, b) => excess(b) - excess(a));
  if (!worst || excess(worst) <= 0) return [];
  const must = `must give a ${worst.what} name of at most ${worst.limit} characters`;
  const got = `${formatGiven(worst.name)} (${worst.name.length})`;
  return [{ where, must, got, advice: `Shorten it by ${excess(worst)}.` }];
}

function excess({ name, limit }: ComposedName): number {
  return name.length - limit;
}
