import { type EnvironmentFiles } from "../estate/estate";
import { Acls } from "./acls";
import { Connections } from "./connections";
import { readForwards } from "./forwards";
import { Fronts } from "./fronts";
import { readInterfaces } from "./interfaces";
import { type Network, type NetworkNode } from "./network";
import { NodeIndex } from "./node-index";
import { readOutside } from "./outside";
import { readPaths } from "./paths";
import { Routes } from "./routes";
import { RuleIndex } from "./rule-index";
import { SecurityGroups } from "./security-groups";
import { readSecurityRules, type SecurityRule } from "./security-rule";

/** A network with what it takes to explain it. */
export interface ReadNetwork extends Network {
  readonly securityRules: readonly SecurityRule[];
  readonly open: Connections;
  readonly index: NodeIndex;
  readonly routes: Routes;
}

/** Many rules ask for the same network. */
const known = new WeakMap<EnvironmentFiles, ReadNetwork>();

/** Who can reach whom, from the synthesized files alone. */
export function readNetwork(environment: EnvironmentFiles): ReadNetwork {
  const network = known.get(environment) ?? read(environment);
  known.set(environment, network);
  return network;
}

function read(environment: EnvironmentFiles): ReadNetwork {
  const groups = new SecurityGroups(environment);
  const rules = readSecurityRules(environment, groups);
  const inside = withUniqueNames(readInterfaces(environment, groups));
  const groupKeys = new Set(inside.flatMap(({ securityGroups }) => securityGroups.map(({ key }) => key)));
  const routes = new Routes(environment);
  const fronts = new Fronts();
  const forwards = readForwards(environment, inside, fronts);
  const nodes = [...readOutside(environment, rules, groupKeys, routes.all), ...inside, ...fronts.all];
  const ground = {
    nodes,
    index: new NodeIndex(nodes),
    rules: new RuleIndex(rules, groupKeys),
    routes,
    acls: new Acls(environment),
    forwards,
  };
  const open = new Connections(ground);
  const connections = open.all();
  return {
    environment: environment.name,
    nodes,
    connections,
    forwards,
    paths: readPaths(connections, forwards, open),
    securityRules: rules,
    open,
    index: ground.index,
    routes: ground.routes,
  };
}

/** Names that several share give way to their places. */
function withUniqueNames(nodes: readonly NetworkNode[]): readonly NetworkNode[] {
  const count = new Map<string, number>();
  for (const { name } of nodes) count.set(name, (count.get(name) ?? 0) + 1);
  return nodes.map((node) =>
    (count.get(node.name) ?? 0) > 1 && node.resource ? { ...node, name: node.resource.place } : node,
  );
}
