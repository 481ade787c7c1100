import { type Connection, isOutside, type Network, type NetworkNode } from "../network/network";
import { intersectPorts, type PortRange, subtractPorts } from "../network/ports";
import { type EdgeKind, type PictureEdge } from "./picture";

/** One edge for each listener, target or receiver that a connection leads to. */
export function readEdges({ connections, forwards, nodes }: Network): readonly PictureEdge[] {
  const drawn = connections.filter((connection) => isDrawn(connection, connections));
  const direct = drawn.filter(({ from }) => from.kind !== "balancer");
  const exposed = new Set(direct.filter(({ from }) => from.kind === "internet").map(({ to }) => to));
  const edges = [
    ...direct.flatMap((connection) =>
      listenerParts(connection, forwards).map((ports) => edgeOf(connection, ports)),
    ),
    ...forwards.flatMap((forward) =>
      drawn
        .filter(({ from, to }) => from === forward.balancer && to === forward.target)
        .flatMap((connection) => {
          const ports = intersectPorts(connection.ports, forward.targetPorts);
          const edge = edgeOf(connection, ports);
          const kind: EdgeKind = exposed.has(forward.balancer) ? "internet" : edge.kind;
          const { listenerPorts: through, conditions } = forward;
          return ports.length === 0 ? [] : [{ ...edge, kind, through, conditions }];
        }),
    ),
  ];
  return merged(edges, new Set(nodes.filter(({ kind }) => kind === "balancer").map(({ name }) => name)));
}

/** What is open to everyone is drawn from the internet alone. */
function isDrawn({ from, to, isForEveryone }: Connection, all: readonly Connection[]): boolean {
  if (!isForEveryone || from.kind === "internet" || !isOutside(from)) return true;
  return !all.some((other) => other.from.kind === "internet" && other.to === to);
}

/** Into a balancer leads one edge for each listener; what no listener takes is one more. */
function listenerParts(
  { to, ports }: Connection,
  forwards: Network["forwards"],
): readonly (readonly PortRange[])[] {
  if (to.kind !== "balancer") return [ports];
  const listeners = forwards
    .filter(({ balancer }) => balancer === to)
    .map(({ listenerPorts }) => listenerPorts);
  const taken = listeners.map((one) => intersectPorts(ports, one)).filter((part) => part.length > 0);
  const rest = subtractPorts(ports, taken.flat());
  // A group that is wider than the listeners opens nothing more.
  const isWider = taken.length > 0 && rest.some(({ from, to: last }) => from !== last);
  return rest.length === 0 || isWider ? taken : [...taken, rest];
}

function edgeOf(connection: Connection, ports: readonly PortRange[]): PictureEdge {
  const { from, to, undecided, evidence } = connection;
  const [via] = isOutside(to)
    ? evidence.flatMap(({ step, text }) => (step === "route" ? gatewayIn(text) : []))
    : [];
  return {
    from: from.name,
    to: to.name,
    kind: kindOf(from, to),
    ports,
    conditions: [],
    ...(via !== undefined && { via }),
    isCertain: undecided === undefined,
    mark: "unchanged",
  };
}

function gatewayIn(text: string): readonly string[] {
  return /NAT gateway|egress-only gateway/.exec(text) ?? [];
}

const dataKinds = new Set(["database", "cache", "search", "broker", "filesystem"]);

function kindOf(from: NetworkNode, to: NetworkNode): EdgeKind {
  if (from.kind === "internet") return "internet";
  if (dataKinds.has(to.kind)) return "data";
  return isOutside(to) || to.kind === "endpoint" ? "outbound" : "internal";
}

/** Edges that differ in nothing but ports and conditions become one; those into listeners stay apart. */
function merged(edges: readonly PictureEdge[], balancers: ReadonlySet<string>): readonly PictureEdge[] {
  const byKey = new Map<string, PictureEdge>();
  for (const edge of edges) {
    const { from, to, through, ports, isCertain } = edge;
    const key = JSON.stringify([from, to, through, isCertain, balancers.has(to) && ports]);
    const known = byKey.get(key);
    byKey.set(key, known ? combined(known, edge) : edge);
  }
  return [...byKey.values()];
}

function combined(one: PictureEdge, other: PictureEdge): PictureEdge {
  return {
    ...one,
    ports: [...one.ports, ...subtractPorts(other.ports, one.ports)],
    // An action that asks for nothing takes all.
    conditions:
      one.conditions.length === 0 || other.conditions.length === 0
        ? []
        : [...new Set([...one.conditions, ...other.conditions])],
  };
}
