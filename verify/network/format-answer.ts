import { type Answer } from "./explain";
import { type Evidence, type NetworkNode, type Path } from "./network";
import { formatPorts } from "./ports";

/** The answer for people, with the places of everything that decides it. */
export function formatAnswer(answer: Answer): string {
  const { environment, from, to, port, paths, closedWays, chain } = answer;
  const on = port === undefined ? "" : ` on port ${port}`;
  if (paths.length > 0) return paths.map((path) => tellPath(path, environment)).join("\n\n");
  const lines = [`${environment}: ${from.name} does not reach ${to.name}${on}.`];
  for (const { through, obstacles } of closedWays) {
    lines.push(
      "",
      `  ${through ? `Through ${through.name}` : "Directly"}:`,
      ...obstacles.flatMap((one) => tellEvidence(one, "    ")),
    );
  }
  if (chain.length > 0) {
    const names = chain.map(({ name }) => name).join(" → ");
    lines.push("", "  Only by way of:", `    ${names}`, "    What a service passes on, its code decides.");
  }
  return lines.join("\n");
}

/** The answer as JSON, with names and places. */
export function answerJson({ environment, from, to, port, paths, closedWays, chain }: Answer): object {
  return {
    environment,
    from: from.name,
    to: to.name,
    ...(port !== undefined && { port }),
    reaches: paths.some(({ undecided }) => !undecided),
    paths: paths.map(pathJson),
    closedWays: closedWays.map(({ through, obstacles }) => ({
      ...(through && { through: through.name }),
      obstacles: obstacles.map(evidenceJson),
    })),
    chain: namesOf(chain),
  };
}

/** A path as JSON, with names and places. */
export function pathJson({
  from,
  to,
  ports,
  through,
  entryPorts,
  conditions,
  evidence,
  undecided,
}: Path): object {
  return {
    from: from.name,
    to: to.name,
    ports,
    through: namesOf(through),
    entryPorts,
    conditions,
    evidence: evidence.map(evidenceJson),
    ...(undecided && { undecided }),
  };
}

function evidenceJson({ step, resource, text }: Evidence): object {
  return { step, ...(resource && { place: resource.place, constructPath: resource.constructPath }), text };
}

/** `internet → balancer.public → service.orders`. */
export function formatWay({ from, through, to }: Path): string {
  return namesOf([from, ...through, to]).join(" → ");
}

function tellPath(path: Path, environment: string): string {
  const { from, to, ports, through, entryPorts, undecided, conditions } = path;
  const verb = undecided ? "may reach" : "reaches";
  const asked =
    through.length === 0 ? "" : `, through ${namesOf(through).join(" and ")} on ${formatPorts(entryPorts)}`;
  const when = conditions.length === 0 ? "" : `, when ${conditions.join(" and ")}`;
  return [
    `${environment}: ${from.name} ${verb} ${to.name} on ${formatPorts(ports)}${asked}${when}.`,
    ...(undecided ? [`  These files do not tell: ${undecided.join(", ")}`] : []),
    ...path.evidence.flatMap((one) => tellEvidence(one, "  ")),
  ].join("\n");
}

const stepNames: Readonly<Record<Evidence["step"], string>> = {
  address: "address",
  outgoing: "out",
  route: "route",
  acl: "ACL",
  incoming: "in",
  listener: "listener",
};

function tellEvidence({ step, resource, text }: Evidence, indent: string): readonly string[] {
  const head = `${indent}${stepNames[step].padEnd(8)}  `;
  if (!resource) return [`${head}${text}`];
  const construct = resource.constructPath === undefined ? "" : ` (${resource.constructPath})`;
  return [`${head}${resource.place}${construct}`, `${" ".repeat(head.length)}${text}`];
}

function namesOf(nodes: readonly NetworkNode[]): string[] {
  return nodes.map(({ name }) => name);
}
