import { type EnvironmentFiles } from "../estate/estate";
import { type Network } from "../network/network";
import { itemsOf } from "../values/plain-values";
import { textOf } from "../values/text-of";
import { naturalOrder } from "./natural-order";
import { type Picture, type PictureNode } from "./picture";
import { readEdges } from "./picture-edges";
import { accountGroup, readGroups } from "./picture-groups";
import { natNodes, pictureNode } from "./picture-nodes";
import { portText } from "./port-text";
import { SubnetTiers } from "./subnet-tiers";

/** The picture of an environment: where everything runs that has a network, and who can reach whom. */
export function pictureOf(network: Network, environment: EnvironmentFiles): Picture {
  const place = placeOf(environment);
  const subnetTiers = new SubnetTiers(environment);
  const groups = readGroups(network, environment, place, subnetTiers);
  const zones = [...new Set(network.nodes.flatMap((node) => node.zones))];
  const edges = readEdges(network);
  const used = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const inside = network.nodes.filter(({ kind, name }) => kind !== "internet" || used.has(name));
  const nodes = [
    ...inside.map((node) => pictureNode(node, subnetTiers, zones)),
    ...natNodes(environment, subnetTiers),
  ];
  const hasNetwork = nodes.length > 0 || groups.some(({ name }) => name !== accountGroup);
  return {
    environment: environment.name,
    place,
    groups,
    nodes: hasNetwork ? sortedBy(nodes, ({ name }) => name) : [emptyNote],
    edges: sortedBy(edges, ({ from, to, through = [], ports }) =>
      [from, to, portText(through), portText(ports)].join(" "),
    ),
    notes: [],
  };
}

/** The order in which files name things means nothing. */
function sortedBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  return [...items].sort((one, other) => naturalOrder(keyOf(one), keyOf(other)));
}

const emptyNote: PictureNode = {
  name: "note",
  kind: "note",
  title: "Nothing with a network here",
  lines: [],
  group: accountGroup,
  places: [],
  mark: "unchanged",
};

/** Account and region, as the first provider says. */
function placeOf(environment: EnvironmentFiles): readonly string[] {
  const [provider] = environment.stacks
    .flatMap(({ providers }) => providers)
    .filter(({ type, values }) => type === "aws" && values["alias"] === undefined);
  const [account] = itemsOf(provider?.values["allowed_account_ids"]).map(textOf);
  const region = textOf(provider?.values["region"]);
  return [
    ...(account === undefined ? [] : [`account ${account}`]),
    ...(region === undefined ? [] : [region]),
  ];
}
