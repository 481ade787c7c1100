import { quotas } from "../../limits/quotas";
import type { Problem } from "../../problems/problem";
import { fieldPath } from "../../problems/field-path";
import type { EnvironmentCheck } from "./environment-check";

/** A load balancer takes so many listeners, rules and target groups. */
export const loadBalancerQuotas: EnvironmentCheck = ({ services }) => {
  const all = [...(services?.values() ?? [])];
  const backends = all.filter(({ kind }) => kind === "backend").length;
  const routes = all.flatMap((service) => service.routes ?? []).length;
  return [
    ...exceeds(
      "services",
      backends,
      quotas.listenersPerLoadBalancer,
      "backends, the listeners of a load balancer",
    ),
    ...exceeds("services", routes, quotas.rulesPerLoadBalancer, "routes, the rules of a load balancer"),
  ];
};

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
