import { type DeclaredPath } from "../../../../contract/environment-declaration";
import { reachabilityRules } from "../../../../verify/rules/reachability/rules";
import { type Bodies } from "../../../support/verified";
import { balancer, database, edge, environmentOf, letIn, service } from "../../network/small-network";

export const everyone = { cidr_ipv4: "0.0.0.0/0" };
export const api = service("api");
export const app = database("app");
export const shop = [
  service("shop"),
  balancer("public", "shop"),
  letIn("public", everyone, 80),
  edge("public", "shop", 8080),
];
export const inRule = "aws_vpc_security_group_ingress_rule";

/** What a rule says: nothing of what it is not about, `holds`, or what it got by address. */
export function check(id: string, parts: readonly Bodies[], paths?: readonly DeclaredPath[]) {
  const rule = reachabilityRules.find((one) => one.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  const given = paths && { declaration: { version: 1, production: false, paths } as const };
  const verdicts = rule.check(environmentOf(parts, given));
  const problems = verdicts.flatMap(({ resource, problem }) =>
    problem ? [`${resource.address}: ${problem.got}`] : [],
  );
  if (verdicts.length === 0) return "not applicable";
  return problems.length === 0 ? "holds" : problems;
}
