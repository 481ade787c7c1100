import { formatWay } from "../../network/format-answer";
import { isInternet, type Network, type NetworkNode, type Path } from "../../network/network";
import { formatPorts } from "../../network/ports";
import { readNetwork } from "../../network/read-network";
import { type Rule, type RuleDescription, type Verdict } from "../rule";
import { decidingResource } from "./deciding-resource";

/** Nodes that the internet must not reach in some way. */
interface Exposure extends RuleDescription {
  readonly isAbout: (node: NetworkNode, network: Network) => boolean;
  /** Which of the paths from the internet are meant; all when absent. */
  readonly isMeant?: (path: Path) => boolean;
  /** Begins with "must". */
  readonly must: string;
}

const page =
  "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_network_protection_create_layers.html";

/** What holds data, and is asked by services only. */
const stores: ReadonlySet<string> = new Set(["database", "cache", "search", "broker", "filesystem"]);

const exposures: readonly Exposure[] = [
  {
    id: "database-not-from-internet",
    title: "The internet reaches no database, cache, broker or file system",
    severity: "error",
    controls: ["RDS.2", "Redshift.1"],
    page: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html",
    why: "Everyone on the internet can try passwords on it, and any weakness of its engine is open to all.",
    fix: "Put it into subnets without a route to an internet gateway, without public address, and let in groups of services only.",
    isAbout: ({ kind }) => stores.has(kind),
    must: "must not be reached from the internet",
  },
  {
    id: "service-behind-balancer",
    title: "The internet reaches services through load balancers only",
    severity: "error",
    controls: ["ECS.2", "ECS.16"],
    page,
    why: "A task that is reached directly has no TLS, no web ACL, no access log and no health check in front of it.",
    fix: "Let in the security group of the load balancer only, and give tasks no public address.",
    isAbout: ({ kind }) => kind === "service",
    isMeant: ({ through }) => through.length === 0,
    must: "must be reached from the internet through a load balancer only",
  },
  {
    id: "backend-not-public",
    title: "The internet does not reach what is behind an internal load balancer",
    severity: "error",
    controls: [],
    page,
    why: "A service behind an internal load balancer was written for callers inside: it may trust what they send.",
    fix: "Take it off the public load balancer's listeners, or off the internal load balancer.",
    isAbout: (node, { forwards }) =>
      forwards.some(({ balancer, target }) => target === node && balancer.publicAddress === false),
    must: "must not be reached from the internet, being behind an internal load balancer",
  },
];

/** Rules about who is reached from the internet, whatever an environment file says. */
export const exposureRules: readonly Rule[] = exposures.map(({ isAbout, isMeant, must, ...rule }) => ({
  ...rule,
  check: (environment) => {
    const network = readNetwork(environment);
    const open = network.paths.filter(
      (path) => isInternet(path.from) && !path.undecided && (isMeant?.(path) ?? true),
    );
    return network.nodes
      .filter((node) => isAbout(node, network))
      .flatMap((node): Verdict[] => {
        const paths = open.filter(({ to }) => to === node);
        if (paths.length === 0) return node.resource ? [{ resource: node.resource }] : [];
        return paths.flatMap((path) => {
          const resource = decidingResource(path);
          const got = `${formatWay(path)} on ${formatPorts(path.ports)}`;
          return resource ? [{ resource, problem: { must, got } }] : [];
        });
      });
  },
}));
