import type { Problem } from "../../problems/problem";
import { fieldPath } from "../../problems/field-path";
import type { EnvironmentCheck } from "./environment-check";

/** Each backend has a port of its own on the internal load balancer, so that security groups tell callers apart. */
export const listenerPorts: EnvironmentCheck = ({ services }) => {
  const ports = [...(services ?? [])].flatMap(([name, { listenerPort }]): (readonly [string, number])[] =>
    listenerPort === undefined ? [] : [[name, listenerPort]],
  );
  const taken = new Set(ports.map(([, port]) => port));
  return ports.flatMap(([name, port], index): Problem[] => {
    const [first = name] = ports.find((other) => other[1] === port) ?? [];
    if (ports.findIndex((other) => other[1] === port) === index) return [];
    const free = freePort(port, taken);
    taken.add(free);
    const must = `must differ from that of ${JSON.stringify(first)}, because each backend has a port of its own`;
    const advice =
      `Add listenerPort: ${free} to the one of the two that does not run yet, because callers of a running one would lose it; ` +
      "its own port may stay.";
    return [{ where: fieldPath("services", [name, "listenerPort"]), must, got: String(port), advice }];
  });
};

const largestPort = 65_535;

function freePort(from: number, taken: ReadonlySet<number>): number {
  const above = from === largestPort ? 1024 : from + 1;
  return taken.has(above) ? freePort(above, taken) : above;
}
