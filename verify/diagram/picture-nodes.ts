import { type EnvironmentFiles } from "../estate/estate";
import { type Resource } from "../estate/resource";
import { identityOf, resourceOf } from "../network/identity";
import { isOutside, type NetworkNode, type NodeKind } from "../network/network";
import { isUnset, referencesIn } from "../values/plain-values";
import { textOf } from "../values/text-of";
import { type Line, type PictureKind, type PictureNode } from "./picture";
import { accountGroup, groupOf, tierGroup, vpcGroup, vpcOf } from "./picture-groups";
import { type SubnetTiers } from "./subnet-tiers";

const kinds: Readonly<Record<NodeKind, PictureKind>> = {
  internet: "internet",
  block: "outside",
  untold: "outside",
  "prefix-list": "outside",
  balancer: "balancer",
  service: "service",
  database: "database",
  cache: "store",
  search: "store",
  broker: "store",
  filesystem: "store",
  function: "compute",
  instance: "compute",
  build: "compute",
  endpoint: "endpoint",
};

/** A node of the network as it is drawn; gateway endpoints stand in their VPC. */
export function pictureNode(
  node: NetworkNode,
  subnetTiers: SubnetTiers,
  tierZones: readonly string[],
): PictureNode {
  const { name, kind, resource } = node;
  const isGateway = kind === "prefix-list" && resource !== undefined;
  const title = name === "internet" ? "Internet" : name.replace(new RegExp(`^(${kind}|endpoint)\\.`), "");
  const group = isGateway
    ? vpcGroup(vpcOf(resource))
    : isOutside(node)
      ? undefined
      : groupOf(node, subnetTiers);
  return {
    name,
    kind: isGateway ? "endpoint" : kinds[kind],
    title,
    lines: linesOf(node, tierZones).map((text): Line => ({ text, mark: "unchanged" })),
    ...(group !== undefined && { group }),
    places: resource ? placesOf(resource) : [],
    mark: "unchanged",
  };
}

/** NAT gateways of a VPC are one node with a line for each, as a service is one node in all its zones. */
export function natNodes(environment: EnvironmentFiles, subnetTiers: SubnetTiers): readonly PictureNode[] {
  const byVpc = new Map<string, Resource[]>();
  for (const gateway of environment.all("aws_nat_gateway")) {
    const vpc = vpcOfGateway(gateway);
    byVpc.set(vpc, [...(byVpc.get(vpc) ?? []), gateway]);
  }
  return [...byVpc].map(([vpc, gateways]) => {
    const subnet = resourceOf(gateways[0]?.values["subnet_id"]);
    return {
      name: byVpc.size === 1 ? "nat" : `nat of ${vpc}`,
      kind: "nat",
      title: gateways.length === 1 ? "NAT gateway" : "NAT gateways",
      lines: gateways
        .map((gateway) => zoneOf(gateway))
        .sort()
        .map((text) => ({ text, mark: "unchanged" })),
      group: subnet && vpc !== "" ? tierGroup(vpc, subnetTiers.of(subnet)) : accountGroup,
      places: gateways.map(({ place }) => place).sort(),
      mark: "unchanged",
    };
  });
}

function vpcOfGateway({ values }: Resource): string {
  const subnet = resourceOf(values["subnet_id"]);
  return subnet?.mode === "managed" && !isUnset(subnet.values["vpc_id"])
    ? identityOf(subnet.values["vpc_id"])
    : "";
}

function zoneOf({ values, address }: Resource): string {
  return textOf(resourceOf(values["subnet_id"])?.values["availability_zone"]) ?? address;
}

const kindWords: Readonly<Record<NodeKind, string>> = {
  internet: "every address",
  block: "addresses outside",
  untold: "not told by the files",
  "prefix-list": "service of AWS",
  balancer: "load balancer",
  service: "service",
  database: "database",
  cache: "cache",
  search: "search domain",
  broker: "message broker",
  filesystem: "file system",
  function: "function",
  instance: "server",
  build: "build project",
  endpoint: "endpoint",
};

function linesOf(node: NetworkNode, tierZones: readonly string[]): readonly string[] {
  const { kind, resource, publicAddress, zones } = node;
  if (kind === "internet") return [];
  const isPublic = publicAddress !== false && !isOutside(node);
  const reach =
    kind === "balancer" && typeof publicAddress === "boolean" ? (isPublic ? "public " : "internal ") : "";
  const [engine, version] = [textOf(resource?.values["engine"]), textOf(resource?.values["engine_version"])];
  const isPart = zones.length > 0 && zones.length < tierZones.length;
  return [
    engine === undefined ? `${reach}${kindWords[kind]}` : [engine, version].filter(Boolean).join(" "),
    ...(isPublic && kind !== "balancer" ? ["public address"] : []),
    ...(isPart ? [`only in ${zones.join(", ")}`] : []),
  ];
}

/** Its own place, and those of the templates that it runs. */
function placesOf(resource: Resource): readonly string[] {
  const templates =
    resource.type === "aws_ecs_service" ? referencesIn(resource.values["task_definition"]) : [];
  return [resource.place, ...templates.map((template) => template.resource.place)];
}
