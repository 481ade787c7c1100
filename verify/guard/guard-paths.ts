import { type EnvironmentFiles } from "../estate/estate";
import { type Finding } from "../findings/finding";
import { comparePaths } from "../network/compare-paths";
import { type Path } from "../network/network";
import { formatPorts } from "../network/ports";
import { readNetwork } from "../network/read-network";
import { guardRule } from "./guard-rules";
import { priorEnvironment } from "./prior-environment";
import { type StackPlan } from "./read-plan";

/**
 * Paths that the plans of an environment open. Nothing is said of an environment in which nothing runs yet: whether its paths are
 * declared, the rules about reachability say.
 */
export function guardPaths(environment: EnvironmentFiles, plans: readonly StackPlan[]): readonly Finding[] {
  const before = readNetwork(priorEnvironment(environment, plans));
  if (!before.nodes.some(({ resource }) => resource?.mode === "managed")) return [];
  const changed = new Set(
    plans.flatMap(({ stack, summary }) => summary.changes.map(({ address }) => `${stack.name}/${address}`)),
  );
  const { opened } = comparePaths(before, readNetwork(environment));
  return opened.map((path) => finding(environment, path, changed));
}

function finding(environment: EnvironmentFiles, path: Path, changed: ReadonlySet<string>): Finding {
  const { id, severity, fix } = guardRule("plan-opens-path");
  const places = path.evidence.flatMap(({ resource }) => (resource ? [resource.place] : []));
  const openers = [...new Set(places.filter((place) => changed.has(place)))];
  const through = path.through.map(({ name }) => ` through ${name}`).join("");
  const maybe = path.undecided ? `, if ${path.undecided.join(", ")} says so` : "";
  const by = openers.length > 0 ? `, by ${openers.join(", ")}` : "";
  return {
    rule: id,
    severity: isDeclared(environment, path) ? "warning" : severity,
    environment: environment.name,
    place: path.to.resource?.place ?? path.from.resource?.place ?? environment.name,
    must: "must not become reachable for anyone else",
    got: `a path from ${path.from.name}${through} to ${path.to.name} on ${formatPorts(path.ports)}${by}${maybe}`,
    advice: fix,
  };
}

function isDeclared({ declaration }: EnvironmentFiles, path: Path): boolean {
  return (declaration?.paths ?? []).some(
    ({ from, to, port, through }) =>
      from === path.from.name &&
      to === path.to.name &&
      path.ports.every((range) => range.from === port && range.to === port) &&
      path.through.every(({ name }) => name === through),
  );
}
