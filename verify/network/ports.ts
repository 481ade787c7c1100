import { numberOf } from "../values/plain-values";
import { type Value } from "../values/value";

/** TCP or UDP ports, both ends included. */
export interface PortRange {
  readonly protocol: "tcp" | "udp";
  readonly from: number;
  readonly to: number;
}

export const lastPort = 65_535;

export const allPorts: readonly PortRange[] = [
  { protocol: "tcp", from: 0, to: lastPort },
  { protocol: "udp", from: 0, to: lastPort },
];

/** The port that a listener or target names, by the protocols that it takes; every port where the files do not tell. */
export function listeningPorts(port: Value | undefined, protocol: Value | undefined): readonly PortRange[] {
  const number = numberOf(port);
  const text = String(protocol).toUpperCase();
  const protocols = (["tcp", "udp"] as const).filter((one) =>
    one === "udp" ? text.includes("UDP") || text === "QUIC" : text !== "UDP" && text !== "QUIC",
  );
  if (number === undefined) return allPorts;
  return protocols.map((one) => ({ protocol: one, from: number, to: number }));
}

/** Ports that are in both lists. */
export function intersectPorts(ones: readonly PortRange[], others: readonly PortRange[]): PortRange[] {
  return ones.flatMap((one) =>
    others.flatMap((other) => {
      const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)];
      return one.protocol === other.protocol && from <= to ? [{ protocol: one.protocol, from, to }] : [];
    }),
  );
}

/** Ports of the first list that are not in the second. */
export function subtractPorts(ranges: readonly PortRange[], taken: readonly PortRange[]): PortRange[] {
  return taken.reduce<PortRange[]>(
    (left, one) =>
      left.flatMap((range) => {
        if (range.protocol !== one.protocol || one.to < range.from || range.to < one.from) return [range];
        return [
          { ...range, to: one.from - 1 },
          { ...range, from: one.to + 1 },
        ].filter(({ from, to }) => from <= to);
      }),
    [...ranges],
  );
}

/** Whether some port is in the list. */
export function hasPort(ranges: readonly PortRange[], port: number): boolean {
  return ranges.some(({ from, to }) => from <= port && port <= to);
}

/** `tcp 443`, `tcp 1024-65535`, `every port`. */
export function formatPorts(ranges: readonly PortRange[]): string {
  if (subtractPorts(allPorts, ranges).length === 0) return "every port";
  return ranges
    .map(({ protocol, from, to }) => {
      if (from === 0 && to === lastPort) return `every ${protocol} port`;
      return `${protocol} ${from === to ? from : `${from}-${to}`}`;
    })
    .join(", ");
}
