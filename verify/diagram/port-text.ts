import { allPorts, formatPorts, type PortRange, subtractPorts } from "../network/ports";

/** `443`, `8080-8089, udp 53`, `every port`: TCP goes without saying. */
export function portText(ranges: readonly PortRange[]): string {
  if (subtractPorts(allPorts, ranges).length === 0) return "every port";
  const sorted = [...ranges].sort(
    (one, other) => one.protocol.localeCompare(other.protocol) || one.from - other.from,
  );
  return joined(sorted)
    .map((range) => formatPorts([range]).replace(/^tcp /, ""))
    .join(", ");
}

/** Neighbours become one range. */
function joined(sorted: readonly PortRange[]): readonly PortRange[] {
  return sorted.reduce<PortRange[]>((before, range) => {
    const last = before.at(-1);
    if (!last || last.protocol !== range.protocol || range.from > last.to + 1) return [...before, range];
    return [...before.slice(0, -1), { ...last, to: Math.max(last.to, range.to) }];
  }, []);
}
