import { quotas } from "../../limits/quotas";
import type { Problem } from "../../problems/problem";
import { fieldPath } from "../../problems/field-path";
import type { ServiceDraft } from "../draft";
import { shiftsTraffic } from "../shifts-traffic";
import type { EnvironmentCheck } from "./environment-check";

/** The services that stand behind each load balancer. */
const balancers = [
  { kind: "frontend", noun: "frontends" },
  { kind: "backend", noun: "backends" },
] as const;

/** A load balancer takes so many listeners, rules, target groups and targets; deployments that shift traffic have two groups. */
export const loadBalancerQuotas: EnvironmentCheck = ({ services }) => {
  const all = [...(services?.values() ?? [])];
  const backends = all.filter(({ kind }) => kind === "backend").length;
  return [
    ...exceeds(
      "services",
      backends,
      quotas.listenersPerLoadBalancer,
      "backends, the listeners of a load balancer",
    ),
    ...balancers.flatMap(({ kind, noun }) => {
      const behind = all.filter((service) => service.kind === kind);
      return [
        ...exceeds(
          "services",
          sum(behind.map(rulesOf)),
          quotas.rulesPerLoadBalancer,
          `routes and test headers of ${noun}, the rules of a load balancer`,
        ),
        ...exceeds(
          "services",
          sum(behind.map((service) => (shiftsTraffic(service) ? 2 : 1))),
          quotas.targetGroupsPerLoadBalancer,
          `target groups of ${noun}, two for each that shifts traffic, the limit of a load balancer`,
        ),
        ...exceeds(
          "services",
          sum(behind.map(({ scaling }) => 2 * (scaling?.maxTasks ?? 0))),
          quotas.targetsPerLoadBalancer,
          `tasks of ${noun} at 200 %, the targets of a load balancer`,
        ),
      ];
    }),
  ];
};

function rulesOf({ kind, routes, deployment: { testHeader } }: ServiceDraft): number {
  const rules = kind === "backend" ? 1 : (routes ?? []).length;
  return rules + (testHeader === undefined || testHeader === "none" ? 0 : rules);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** A security group takes so many rules in each direction; each edge is one. */
export const securityGroupQuotas: EnvironmentCheck = ({ services, databases }) => {
  const all = [...(services ?? [])];
  const limit = quotas.inboundRulesPerSecurityGroup;
  const edges = all.flatMap(([, { calls }]) => calls ?? []).length;
  return [
    ...exceeds("services", edges, limit, "calls, the rules of the internal load balancer's security group"),
    ...[...(databases?.keys() ?? [])].flatMap((name) => {
      const users = all.filter(([, service]) => service.databases?.includes(name)).length;
      return exceeds(
        fieldPath("databases", [name]),
        users,
        limit,
        "services that use it, the rules of its group",
      );
    }),
    ...all.flatMap(([name, { calls = [], databases: used = [], outbound = [] }]) => {
      const rules = calls.length + used.length + outbound.length + rulesForAws;
      const what = "rules for calls, databases, outbound and AWS itself, the limit of a security group";
      return exceeds(fieldPath("services", [name]), rules, limit, what);
    }),
  ];
};

/** Every task may reach the interface endpoints and S3. */
const rulesForAws = 2;

function exceeds(where: string, count: number, limit: number, what: string): readonly Problem[] {
  if (count <= limit) return [];
  return [{ where, must: `must have at most ${limit} ${what}`, got: String(count), advice: "Use fewer." }];
}
