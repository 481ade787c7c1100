import { type Connections } from "./connections";
import { type Connection, type Forward, type NetworkNode, type Path } from "./network";
import { intersectPorts } from "./ports";

/**
 * From end to end: what connections make, over balancers as far as they pass it on. A service ends a path: what it calls for whom, its code
 * decides.
 */
export function readPaths(
  connections: readonly Connection[],
  forwards: readonly Forward[],
  open: Connections,
): readonly Path[] {
  const walk = new Walk(forwards, open);
  const starts = connections.filter(({ from }) => from.kind !== "balancer");
  return withoutRepetition(
    starts.flatMap((connection) => walk.from(firstStep(connection), connection.ports)),
  );
}

class Walk {
  private readonly forwards = new Map<NetworkNode, Forward[]>();

  constructor(
    forwards: readonly Forward[],
    private readonly open: Connections,
  ) {
    for (const forward of forwards) {
      const known = this.forwards.get(forward.balancer);
      if (known) known.push(forward);
      else this.forwards.set(forward.balancer, [forward]);
    }
  }

  /** Paths that begin with another one, whose end listens on some of its ports. */
  from(path: Path, open: Path["ports"]): readonly Path[] {
    const balancer = path.to;
    // A proxy of databases is an end, too.
    const ends = balancer.kind === "balancer" ? [] : [path];
    if (path.through.includes(balancer)) return [];
    const passed = (this.forwards.get(balancer) ?? []).flatMap((forward) => {
      const entered = intersectPorts(open, forward.listenerPorts);
      if (entered.length === 0) return [];
      return this.connectionsOf(forward, path.from).flatMap((connection) => {
        const ports = intersectPorts(connection.ports, forward.targetPorts);
        if (ports.length === 0) return [];
        return this.from(nextStep(path, forward, connection, entered, ports), ports);
      });
    });
    return [...ends, ...passed];
  }

  private connectionsOf(
    { balancer, target, preservesClient }: Forward,
    client: NetworkNode,
  ): readonly Connection[] {
    const own = this.open.between(balancer, target);
    if (preservesClient === false) return own;
    const asClient = this.open.between(balancer, target, client);
    // Rules that name the balancer's groups hold whoever is seen.
    const isSeen = preservesClient !== true || balancer.securityGroups.length > 0;
    return isSeen ? [...own, ...asClient] : asClient;
  }
}

function firstStep(connection: Connection): Path {
  return { ...connection, through: [], entryPorts: connection.ports, conditions: [] };
}

function nextStep(
  path: Path,
  forward: Forward,
  connection: Connection,
  entered: Path["ports"],
  ports: Path["ports"],
): Path {
  const undecided = [path.undecided, forward.untold, connection.undecided].flatMap((texts) => texts ?? []);
  return {
    from: path.from,
    to: connection.to,
    ports,
    through: [...path.through, forward.balancer],
    entryPorts: path.through.length === 0 ? entered : path.entryPorts,
    conditions: [...path.conditions, ...forward.conditions],
    evidence: [...path.evidence, ...forward.evidence, ...connection.evidence],
    ...(undecided.length > 0 && { undecided: [...new Set(undecided)] }),
    isForEveryone: path.isForEveryone,
  };
}

/** Several listener rules that lead the same way make one path; the first with its conditions stays. */
function withoutRepetition(paths: readonly Path[]): readonly Path[] {
  const seen = new Map<string, Path>();
  for (const path of paths) {
    const key = JSON.stringify([
      path.from.name,
      path.to.name,
      path.ports,
      path.entryPorts,
      path.through.map(({ name }) => name),
    ]);
    const known = seen.get(key);
    if (!known || (known.undecided && !path.undecided)) seen.set(key, path);
  }
  return [...seen.values()];
}
