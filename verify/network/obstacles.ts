import { type Connections } from "./connections";
import { type Evidence, isOutside, type NetworkNode } from "./network";
import { formatPorts, hasPort, intersectPorts, type PortRange } from "./ports";

/** What keeps a connection closed, of everything that it needs: outgoing rule, address and route, network ACL, incoming rule. */
export function obstacles(
  from: NetworkNode,
  to: NetworkNode,
  open: Connections,
  port: number | undefined,
): readonly Evidence[] {
  const [outgoing, incoming] = [open.half("outgoing", from, to), open.half("incoming", to, from)];
  const outPorts = portsOn(
    outgoing.flatMap(({ ports }) => ports),
    port,
  );
  const inPorts = portsOn(
    incoming.flatMap(({ ports }) => ports),
    port,
  );
  const way = open.passage(from, to, 4);
  const found: Evidence[] = [
    ...(outPorts.length > 0 ? [] : [missingRule("outgoing", from, to, port)]),
    ...(way.isOpen ? [] : way.evidence),
    ...(inPorts.length > 0 ? [] : [missingRule("incoming", to, from, port)]),
  ];
  if (found.length > 0) return found;
  if (intersectPorts(outPorts, inPorts).length === 0) {
    const text = `lets out ${formatPorts(outPorts)}, but only ${formatPorts(inPorts)} is let in`;
    const [rule] = outgoing.flatMap(({ evidence }) => evidence);
    return [{ step: "outgoing", ...(rule?.resource && { resource: rule.resource }), text }];
  }
  return open.aclObstacles(from, to, intersectPorts(outPorts, inPorts));
}

function missingRule(
  step: "outgoing" | "incoming",
  { resource, securityGroups }: NetworkNode,
  other: NetworkNode,
  port: number | undefined,
): Evidence {
  const [group] = securityGroups;
  const verb = step === "outgoing" ? "lets out to" : "lets in";
  const named = group?.resource ?? resource;
  const otherGroup = isOutside(other)
    ? ""
    : ` (${other.securityGroups.map(({ name }) => name).join(", ") || "no group"})`;
  const on = port === undefined ? "" : ` on port ${port}`;
  return {
    step,
    ...(named && { resource: named }),
    text: `has no rule that ${verb} ${other.name}${otherGroup}${on}`,
  };
}

function portsOn(ports: readonly PortRange[], port: number | undefined): readonly PortRange[] {
  return port === undefined ? ports : ports.filter((range) => hasPort([range], port));
}
