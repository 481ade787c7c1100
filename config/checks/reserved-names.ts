import { seedRepository } from "../../limits/private-images";
import { formatGiven, type Problem } from "../../problems/problem";
import { fieldPath } from "../../problems/field-path";
import type { EnvironmentCheck } from "./environment-check";

/** First words that AWS refuses: names in an account begin with that of its environment. */
const reservedBeginnings: readonly (readonly [word: string, reason: string])[] = [
  ["internal", 'AWS refuses load balancers named "internal-…"'],
  ["sg", 'AWS refuses security groups named "sg-…"'],
  ["sthree", 'AWS refuses buckets named "sthree-…"'],
  ["amzn-s3-demo", 'AWS refuses buckets named "amzn-s3-demo-…"'],
];

const reservedServices: ReadonlyMap<string, string> = new Map([
  [seedRepository, "the seed image's repository has that name"],
  ["public", "the public load balancer's security group has that name"],
  ["internal", "the internal load balancer's security group has that name"],
  ["endpoints", "the interface endpoints' security group has that name"],
  ["exec-sessions", "the log group of exec sessions has that name"],
  ["constructor", "JavaScript finds that in every object"],
]);

/** Names that something else has already. */
export const reservedNames: EnvironmentCheck = ({ name, services, databases }) => [
  ...refuse("name", name ?? "", keptFromEnvironments(name ?? "")),
  ...[...(services?.keys() ?? [])].flatMap((service) =>
    refuse(
      fieldPath("services", [service]),
      service,
      reservedServices.get(service) ?? ownerOfGroup(service, [...(databases?.keys() ?? [])]),
    ),
  ),
  ...[...(databases?.keys() ?? [])].flatMap((database) =>
    refuse(
      fieldPath("databases", [database]),
      database,
      database === "constructor" ? reservedServices.get(database) : undefined,
    ),
  ),
];

function keptFromEnvironments(name: string): string | undefined {
  if (name === "tooling") return "the tooling account's stacks have that name";
  return reservedBeginnings.find(([word]) => `${name}-`.startsWith(`${word}-`))?.[1];
}

function ownerOfGroup(service: string, databases: readonly string[]): string | undefined {
  const owner = databases.find((database) => service === `${database}-database`);
  return owner === undefined ? undefined : `the security group of the database ${owner} has that name`;
}

function refuse(where: string, name: string, reason: string | undefined): readonly Problem[] {
  if (reason === undefined) return [];
  return [
    { where, must: `must be another name, because ${reason}`, got: formatGiven(name), advice: "Rename it." },
  ];
}
