import { type NetworkNode } from "../../network/network";
import { intersectPorts } from "../../network/ports";
import { type ReadNetwork, readNetwork } from "../../network/read-network";
import { type SecurityRule } from "../../network/security-rule";
import { type Rule, type Verdict } from "../rule";

export const edgeBothHalves: Rule = {
  id: "edge-both-halves",
  title: "A rule between security groups has its other half",
  severity: "error",
  controls: [],
  page: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html",
  why: "A connection needs a rule that lets it out and one that lets it in. One half alone is a call that times out, or a rest of an edge that was removed.",
  fix: "Write the other half, or remove this one.",
  check: (environment) => {
    const network = readNetwork(environment);
    return network.securityRules.flatMap((rule): Verdict[] => {
      if (rule.peer.kind !== "group" || !rule.resource) return [];
      const own = network.index.of({ kind: "group", group: rule.group });
      const others = network.index.of(rule.peer);
      // Nobody knows how a group is used that nothing in these files has.
      if (own.size === 0 || others.size === 0) return [];
      if (hasOtherHalf(rule, own, others, network)) return [{ resource: rule.resource }];
      const other = rule.peer.group.name;
      const got = `no rule of ${other} that ${rule.direction === "incoming" ? "lets it out" : "lets it in"}`;
      return [{ resource: rule.resource, problem: { must: "must have its other half", got } }];
    });
  },
};

function hasOtherHalf(
  { direction, ports }: SecurityRule,
  own: ReadonlySet<NetworkNode>,
  others: ReadonlySet<NetworkNode>,
  { open }: ReadNetwork,
): boolean {
  const opposite = direction === "incoming" ? "outgoing" : "incoming";
  return [...others].some((other) =>
    [...own].some((node) =>
      open.half(opposite, other, node).some((half) => intersectPorts(half.ports, ports).length > 0),
    ),
  );
}
