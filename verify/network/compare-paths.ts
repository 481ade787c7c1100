import { type Network, type Path } from "./network";
import { subtractPorts, type PortRange } from "./ports";

export interface PathChanges {
  /** Paths that are new, with the ports that are new. */
  readonly opened: readonly Path[];
  /** Paths that are gone, with the ports that are gone. */
  readonly closed: readonly Path[];
}

/**
 * What of the paths of one network differs in another, by the names of the ends and of the balancers between them.
 *
 * The listener's ports and conditions in between do not matter: the same end is reached.
 */
export function comparePaths(before: Pick<Network, "paths">, after: Pick<Network, "paths">): PathChanges {
  return { opened: without(after.paths, before.paths), closed: without(before.paths, after.paths) };
}

/** Paths of the first list with the ports that no path of the second has between the same ends. */
function without(paths: readonly Path[], others: readonly Path[]): readonly Path[] {
  const known = new Map<string, PortRange[]>();
  for (const path of others) {
    const key = keyOf(path);
    known.set(key, [...(known.get(key) ?? []), ...path.ports]);
  }
  return paths.flatMap((path) => {
    const key = keyOf(path);
    const ports = subtractPorts(path.ports, known.get(key) ?? []);
    // The next path between the same ends tells only what this one does not.
    known.set(key, [...(known.get(key) ?? []), ...ports]);
    return ports.length > 0 ? [{ ...path, ports }] : [];
  });
}

function keyOf({ from, through, to }: Path): string {
  return JSON.stringify([from, ...through, to].map(({ name }) => name));
}
