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
