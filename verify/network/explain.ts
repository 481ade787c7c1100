import { findNode } from "./find-node";
import { type Evidence, isInternet, isOutside, type NetworkNode, type Path } from "./network";
import { obstacles } from "./obstacles";
import { hasPort, intersectPorts } from "./ports";
import { type ReadNetwork } from "./read-network";

/** Whether one node reaches another, and why. */
export interface Answer {
  readonly environment: string;
  readonly from: NetworkNode;
  readonly to: NetworkNode;
  readonly port?: number;
  readonly paths: readonly Path[];
  /** What would have to change, each way; empty where there is a path. */
  readonly closedWays: readonly ClosedWay[];
  /** Nodes of the shortest way over services in between, which decide what they pass on; empty where there is none. */
  readonly chain: readonly NetworkNode[];
}

/** A way that something closes. */
export interface ClosedWay {
  /** The balancer on the way; absent for the direct one. */
  readonly through?: NetworkNode;
  readonly obstacles: readonly Evidence[];
}

/**
 * Answers who can reach whom, by name, address or place.
 *
 * @throws ConfigError when there is no such node.
 */
export function explain(network: ReadNetwork, from: string, to: string, port?: number): Answer {
  const [sender, receiver] = [findNode(network, from), findNode(network, to)];
  const isAsked = (path: Path) =>
    isSame(sender, path.from) &&
    isSame(receiver, path.to) &&
    // People think of 443, which the balancer listens on, as much as of the port of the task.
    (port === undefined || hasPort(path.ports, port) || hasPort(path.entryPorts, port));
  const toBalancer = network.connections
    .filter(({ from: one, to: other }) => one.kind === "balancer" || other.kind === "balancer")
    .map((connection): Path => ({
      ...connection,
      through: [],
      entryPorts: connection.ports,
      conditions: [],
    }));
  const paths = [...network.paths, ...toBalancer].filter(isAsked);
  const answer = {
    environment: network.environment,
    from: sender,
    to: receiver,
    ...(port !== undefined && { port }),
    paths,
  };
  if (paths.length > 0) return { ...answer, closedWays: [], chain: [] };
  return {
    ...answer,
    closedWays: closedWays(network, sender, receiver, port),
    chain: chainBetween(network.paths, sender, receiver),
  };
}

/** Who asks for the internet also means parts of it. */
function isSame(asked: NetworkNode, found: NetworkNode): boolean {
  return asked === found || (asked.kind === "internet" && isInternet(found));
}

/** What keeps each way closed: over a balancer that passes on to the receiver, and the direct one. */
export function closedWays(
  { forwards, open }: ReadNetwork,
  from: NetworkNode,
  to: NetworkNode,
  port: number | undefined,
): readonly ClosedWay[] {
  const relevant = forwards.filter(({ target, balancer }) => target === to && balancer !== from);
  const indirect = relevant.map((forward): ClosedWay => {
    const { balancer: through, listenerPorts, targetPorts } = forward;
    const reached = open
      .between(from, through)
      .some(({ ports }) => intersectPorts(ports, listenerPorts).length > 0);
    const passed = open
      .between(through, to, forward.preservesClient ? from : through)
      .some(({ ports }) => intersectPorts(ports, targetPorts).length > 0);
    const first = reached ? [] : obstacles(from, through, open, listenerPorts[0]?.from);
    const last = passed ? [] : [...forward.evidence, ...obstacles(through, to, open, targetPorts[0]?.from)];
    return { through, obstacles: [...first, ...last] };
  });
  const direct = isOutside(from) && isOutside(to) ? [] : obstacles(from, to, open, port);
  // Several rules of a listener that fail for one reason are one way.
  const byReason = new Map([...indirect, { obstacles: direct }].map((way) => [reasonOf(way), way]));
  return [...byReason.values()].filter((way) => way.obstacles.length > 0);
}

function reasonOf({ through, obstacles: reasons }: ClosedWay): string {
  return [through?.name, ...reasons.map(({ text }) => text)].join("\n");
}

/** The shortest way over what opens connections of its own. */
function chainBetween(paths: readonly Path[], from: NetworkNode, to: NetworkNode): readonly NetworkNode[] {
  const next = new Map<NetworkNode, Path[]>();
  for (const path of paths) next.set(path.from, [...(next.get(path.from) ?? []), path]);
  const ways = new Map<NetworkNode, readonly NetworkNode[]>([[from, [from]]]);
  for (const [node, way] of ways) {
    // A way without anything in between is open on another port than the one that was asked for.
    if (node === to) return way.length > 2 ? way : [];
    // Whoever goes out to the internet and comes back is not on a way inside.
    if (node !== from && isOutside(node)) continue;
    for (const path of next.get(node) ?? []) {
      if (!path.undecided && !ways.has(path.to)) ways.set(path.to, [...way, ...path.through, path.to]);
    }
  }
  return [];
}
