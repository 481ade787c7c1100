import { type NetworkNode } from "../../network/network";
import { readNetwork } from "../../network/read-network";
import { type Rule, type Verdict } from "../rule";

export const pathDecided: Rule = {
  id: "path-decided",
  title: "The files tell which connections are open",
  severity: "warning",
  controls: [],
  page: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html",
  why: "A connection that depends on a variable, or on a group that is made elsewhere, cannot be reviewed here: it may be open.",
  fix: "Give `verify` the stack that makes it, or a default to the variable.",
  check: (environment) => {
    const { nodes, connections } = readNetwork(environment);
    return nodes.flatMap((node): Verdict[] => {
      const { resource } = node;
      if (!resource || node.kind === "prefix-list") return [];
      // Each is told once: of the end that has something untold, or else of the receiver.
      const undecided = connections.filter(
        (one) => one.undecided && (one.to === node || one.from === node) && ownerOf(one) === node,
      );
      const [first, ...others] = undecided;
      if (!first) return [{ resource }];
      const more = others.length === 0 ? "" : ` and ${others.length} more`;
      const got = `${(first.undecided ?? []).join(", ")} decides whether ${first.from.name} reaches ${first.to.name}${more}`;
      return [{ resource, problem: { must: "must tell who is connected", got } }];
    });
  },
};

function ownerOf({ from, to }: { readonly from: NetworkNode; readonly to: NetworkNode }): NetworkNode {
  const isUntold = ({ securityGroups, untold }: NetworkNode) =>
    untold.length > 0 || securityGroups.some(({ isTold }) => !isTold);
  return from.resource && isUntold(from) && !(to.resource && isUntold(to)) ? from : to.resource ? to : from;
}
