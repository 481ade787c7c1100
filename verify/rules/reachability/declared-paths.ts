import { type DeclaredPath } from "../../../contract/environment-declaration";
import { formatWay } from "../../network/format-answer";
import { isInternet, type NetworkNode, type Path } from "../../network/network";
import { formatPorts } from "../../network/ports";

/** Paths that a declaration is about: those to AWS's own services follow from what a task is made of. */
export function needsDeclaration({ from, to }: Path): boolean {
  return ![from, to].some(({ kind }) => kind === "endpoint" || kind === "prefix-list");
}

/** Whether a path is what a declaration says: its ends, the balancers between, and no port more. */
export function isDeclaredBy(path: Path, declared: DeclaredPath): boolean {
  const senders = path.isForEveryone ? [path.from, { name: "internet" }] : [path.from];
  const through = path.through.map(({ name }) => name).join(", ");
  return (
    senders.some((sender) => isEnd(sender, declared.from)) &&
    isEnd(path.to, declared.to) &&
    through === (declared.through ?? "") &&
    path.ports.every(
      ({ protocol, from, to }) => protocol === "tcp" && from === declared.port && to === declared.port,
    )
  );
}

/** Whether a path carries what a declaration says, perhaps with more ports. */
export function carries(path: Path, declared: DeclaredPath): boolean {
  const { port } = declared;
  const narrow = path.ports
    .filter(({ protocol, from, to }) => protocol === "tcp" && from <= port && port <= to)
    .map((range) => ({ ...range, from: port, to: port }));
  return narrow.length > 0 && isDeclaredBy({ ...path, ports: narrow }, declared);
}

/** `internet → balancer.public → service.orders on tcp 8080`. */
export function describePath(path: Path): string {
  return `${formatWay(path)} on ${formatPorts(path.ports)}`;
}

/** `service.orders → balancer.internal → service.stock on tcp 8080`. */
export function describeDeclared({ from, through, to, port }: DeclaredPath): string {
  return `${[from, through, to].filter((name) => name !== undefined).join(" → ")} on tcp ${port}`;
}

/** Names, addresses and places are all understood; who may reach the internet may reach a part of it. */
function isEnd(node: Pick<NetworkNode, "name" | "resource"> | NetworkNode, declared: string): boolean {
  const names = [node.name, node.resource?.place, node.resource?.address];
  return names.includes(declared) || (declared === "internet" && "kind" in node && isInternet(node));
}
