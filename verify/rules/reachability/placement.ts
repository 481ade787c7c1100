import { type Resource } from "../../estate/resource";
import { type NetworkNode } from "../../network/network";
import { readNetwork } from "../../network/read-network";
import { type Rule, type RuleDescription, type Verdict } from "../rule";

/** In which subnets nodes must stand, by whether these lead to an internet gateway. */
interface PlacementExpectation extends RuleDescription {
  readonly isAbout: (node: NetworkNode) => boolean;
  readonly mustLeadOut: boolean;
  /** Begins with "must". */
  readonly must: string;
}

const expectations: readonly PlacementExpectation[] = [
  {
    id: "public-balancer-in-public-subnets",
    title: "Public load balancers are in subnets that lead to the internet",
    severity: "error",
    controls: [],
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#load-balancer-scheme",
    why: "Without a route to an internet gateway it answers nobody; often it was meant to be internal, and a later route would publish it.",
    fix: "Set internal = true, or give it the public subnets.",
    isAbout: ({ kind, publicAddress }) => kind === "balancer" && publicAddress === true,
    mustLeadOut: true,
    must: "must be in subnets with a route to an internet gateway",
  },
  {
    id: "tasks-not-in-public-subnets",
    title: "Tasks are in subnets that do not lead to the internet gateway",
    severity: "warning",
    controls: [],
    page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/networking-outbound.html",
    why: "There, a public address and one rule of a security group are all that keeps a task from the internet.",
    fix: "Use private subnets, with a NAT gateway or endpoints for what tasks call.",
    isAbout: ({ kind }) => kind === "service",
    mustLeadOut: false,
    must: "must not be in subnets with a route to an internet gateway",
  },
];

export const placementRules: readonly Rule[] = expectations.map(
  ({ isAbout, mustLeadOut, must, ...rule }) => ({
    ...rule,
    check: (environment) => {
      const { nodes, routes } = readNetwork(environment);
      const leadsOut = (subnet: Resource) => routes.of(subnet).some(({ way }) => way === "internet gateway");
      return nodes.filter(isAbout).flatMap(({ resource, subnets }): Verdict[] => {
        // Of subnets that are made elsewhere, the routes are not known.
        const known = subnets.filter(({ mode }) => mode === "managed");
        const wrong = known.filter((subnet) => leadsOut(subnet) !== mustLeadOut);
        if (!resource || known.length === 0) return [];
        if (wrong.length === 0) return [{ resource }];
        return [{ resource, problem: { must, got: wrong.map(({ address }) => address).join(", ") } }];
      });
    },
  }),
);
