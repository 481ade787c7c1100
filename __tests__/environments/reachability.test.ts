import type { Environment } from "../../config/environment";
import { ourEnvironments } from "../support/our-environments";

const publicBalancer = "network/aws_security_group.public_load_balancer_security_group";
const internalBalancer = "network/aws_security_group.internal_load_balancer_security_group";

function serviceGroup(service: string): string {
  return `services/aws_security_group.${service.replaceAll("-", "_")}_service_security_group`;
}

function databaseGroup(database: string): string {
  return `data/aws_security_group.${database.replaceAll("-", "_")}_database_security_group`;
}

function namesOf(environment: Environment, kind: string): string[] {
  return Object.entries(environment.services).flatMap(([name, service]) =>
    service.kind === kind ? [name] : [],
  );
}

describe.each(ourEnvironments())("reachability in %s", (_, environment, stacks) => {
  const rules = stacks.rules();
  const incoming = rules.filter(({ direction }) => direction === "ingress");

  test("nothing is open to everyone but 443 and 80 of the public load balancer, without a domain 80 only", () => {
    const open = rules.filter(
      ({ peer, direction }) => direction === "ingress" && /^(0\.0\.0\.0|::)\/0$/.test(peer),
    );
    expect(open.map(({ group, port }) => [group, port])).toEqual(
      (environment.domain ? [443, 80] : [80]).map((port) => [publicBalancer, port]),
    );
  });

  test("everyone is reached only where the environment file says so", () => {
    const declared = Object.entries(environment.services).flatMap(([name, { outbound }]) =>
      outbound.filter(({ to }) => to === "internet").map(({ port }) => `${serviceGroup(name)}:${port}`),
    );
    const open = rules.filter(({ peer, direction }) => direction === "egress" && peer === "0.0.0.0/0");
    expect(open.map(({ group, port }) => `${group}:${port}`).sort()).toEqual(declared.sort());
  });

  test("nothing but the internet reaches the public load balancer", () => {
    const peers = incoming.filter(({ group }) => group === publicBalancer).map(({ peer }) => peer);
    expect(new Set(peers)).toEqual(new Set(["0.0.0.0/0"]));
  });

  test("only the public load balancer reaches frontends", () => {
    for (const name of namesOf(environment, "frontend")) {
      const peers = incoming.filter(({ group }) => group === serviceGroup(name)).map(({ peer }) => peer);
      expect(peers).toEqual([publicBalancer]);
    }
  });

  test("only the internal load balancer reaches backends", () => {
    for (const name of namesOf(environment, "backend")) {
      const peers = incoming.filter(({ group }) => group === serviceGroup(name)).map(({ peer }) => peer);
      expect(peers).toEqual([internalBalancer]);
    }
  });

  test("nobody reaches workers", () => {
    const groups = namesOf(environment, "worker").map(serviceGroup);
    expect(incoming.filter(({ group }) => groups.includes(group))).toEqual([]);
  });

  test("only declared callers reach the internal load balancer, each on the ports of what it calls", () => {
    const declared = Object.entries(environment.services).flatMap(([caller, { calls }]) =>
      calls.map((callee) => {
        const settings = environment.services[callee];
        return `${serviceGroup(caller)}:${settings?.kind === "backend" ? settings.listenerPort : "none"}`;
      }),
    );
    const actual = incoming
      .filter(({ group }) => group === internalBalancer)
      .map(({ peer, port }) => `${peer}:${port}`);
    expect(actual.sort()).toEqual(declared.sort());
  });

  test("only services that use a database reach it", () => {
    for (const [database, { port }] of Object.entries(environment.databases)) {
      const users = Object.entries(environment.services)
        .filter(([, service]) => service.databases.includes(database))
        .map(([name]) => `${serviceGroup(name)}:${port}`);
      const actual = incoming.filter(({ group }) => group === databaseGroup(database));
      expect(actual.map(({ peer, port: open }) => `${peer}:${open}`).sort()).toEqual(users.sort());
    }
  });

  test("every incoming edge has its outgoing half", () => {
    const outgoing = rules
      .filter(({ direction }) => direction === "egress")
      .map(({ group, peer, port }) => `${group} > ${peer}:${port}`);
    const halves = incoming
      .filter(({ peer }) => peer !== "0.0.0.0/0")
      .map(({ group, peer, port }) => `${peer} > ${group}:${port}`);
    expect(halves.filter((half) => !outgoing.includes(half))).toEqual([]);
  });
});
