import type { Environment } from "../../config/environment";
import { estate } from "../../environments";
import { isEverything } from "../../verify/network/block";
import { formatPorts } from "../../verify/network/ports";
import { readNetwork, type ReadNetwork } from "../../verify/network/read-network";
import {
  describeDeclared,
  describePath,
  needsDeclaration,
} from "../../verify/rules/reachability/declared-paths";
import { reachabilityRules } from "../../verify/rules/reachability/rules";
import { verifiedEstate } from "../support/verified";

const verified = verifiedEstate().environments;
const environments = estate.environments.map((environment) => {
  const files = verified.find(({ name }) => name === environment.name);
  if (!files) throw new Error(`${environment.name} was not synthesized`);
  return [environment.name, environment, files] as const;
});

/** Names of who opens connections to a node, with their ports. */
function callersOf({ connections }: ReadNetwork, name: string): string[] {
  return connections
    .filter(({ to, isForEveryone, from }) => to.name === name && (!isForEveryone || from.kind !== "service"))
    .map(({ from, ports }) => `${from.name} ${formatPorts(ports)}`)
    .sort();
}

function servicesOf(environment: Environment, kind: string): string[] {
  return Object.entries(environment.services).flatMap(([name, service]) =>
    service.kind === kind ? [name] : [],
  );
}

describe.each(environments)("reachability in %s", (_, environment, files) => {
  const network = readNetwork(files);
  const openToEveryone = (direction: "incoming" | "outgoing") =>
    network.securityRules.filter(
      ({ direction: own, peer }) => own === direction && peer.kind === "block" && isEverything(peer.block),
    );
  const groupOf = (name: string) =>
    network.nodes.find((node) => node.name === name)?.securityGroups.map(({ key }) => key) ?? [];

  test("nothing is open to everyone but 443 and 80 of the public load balancer, without a domain 80 only", () => {
    expect(openToEveryone("incoming").map(({ group, ports }) => [group.key, formatPorts(ports)])).toEqual(
      (environment.domain ? [443, 80] : [80]).map((port) => [...groupOf("balancer.public"), `tcp ${port}`]),
    );
  });

  test("everyone is reached only where the environment file says so", () => {
    const declared = Object.entries(environment.services).flatMap(([name, { outbound }]) =>
      outbound
        .filter(({ to }) => to === "internet")
        .map(({ port }) => `${groupOf(`service.${name}`).join()} tcp ${port}`),
    );
    const open = openToEveryone("outgoing").map(({ group, ports }) => `${group.key} ${formatPorts(ports)}`);
    expect(open.sort()).toEqual(declared.sort());
  });

  test("nothing but the internet reaches the public load balancer", () => {
    expect(callersOf(network, "balancer.public")).toEqual(
      (environment.domain ? [443, 80] : [80]).map((port) => `internet tcp ${port}`),
    );
  });

  test.each([
    ["frontend", "balancer.public"],
    ["backend", "balancer.internal"],
  ] as const)("each %s is reached by %s only, on its own port", (kind, balancer) => {
    for (const name of servicesOf(environment, kind)) {
      const settings = environment.services[name];
      const port = settings && "port" in settings ? settings.port : "none";
      expect(callersOf(network, `service.${name}`)).toEqual([`${balancer} tcp ${port}`]);
    }
  });

  test("nobody reaches workers", () => {
    const workers = servicesOf(environment, "worker");
    expect(workers.flatMap((name) => callersOf(network, `service.${name}`))).toEqual([]);
  });

  test("only declared callers reach the internal load balancer, each on the ports of what it calls", () => {
    const declared = Object.entries(environment.services).flatMap(([caller, { calls }]) =>
      calls.map((callee) => {
        const settings = environment.services[callee];
        return `service.${caller} tcp ${settings?.kind === "backend" ? settings.listenerPort : "none"}`;
      }),
    );
    expect(callersOf(network, "balancer.internal")).toEqual(declared.sort());
  });

  test("only services that use a database reach it", () => {
    for (const [database, { port }] of Object.entries(environment.databases)) {
      const users = Object.entries(environment.services)
        .filter(([, service]) => service.databases.includes(database))
        .map(([name]) => `service.${name} tcp ${port}`);
      expect(callersOf(network, `database.${database}`)).toEqual(users.sort());
    }
  });

  test("the declared paths exist, and no others", () => {
    const paths = network.paths.filter((path) => needsDeclaration(path) && !path.isForEveryone);
    const fromInternet = network.paths.filter(({ from }) => from.kind === "internet");
    expect([...new Set([...paths, ...fromInternet].map(describePath))].sort()).toEqual(
      (files.declaration?.paths ?? []).map(describeDeclared).sort(),
    );
  });

  test.each(reachabilityRules.map((rule) => [rule.id, rule] as const))("keeps the rule %s", (_id, rule) => {
    expect(rule.check(files).filter(({ problem }) => problem)).toEqual([]);
  });
});
