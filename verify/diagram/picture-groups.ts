import { type EnvironmentFiles } from "../estate/estate";
import { type Resource } from "../estate/resource";
import { identityOf } from "../network/identity";
import { type Network, type NetworkNode } from "../network/network";
import { isMap } from "../values/fields-of";
import { isUnset } from "../values/plain-values";
import { textOf } from "../values/text-of";
import { type Line, type PictureGroup, type Tier } from "./picture";
import { type SubnetTiers } from "./subnet-tiers";

export const accountGroup = "account";

/** From the most exposed one. */
export const tiers: readonly Tier[] = ["public", "private", "isolated", "untold"];

/** The account, its VPCs and their subnets by tier. */
export function readGroups(
  network: Network,
  environment: EnvironmentFiles,
  place: readonly string[],
  subnetTiers: SubnetTiers,
): readonly PictureGroup[] {
  const subnets = environment.all("aws_subnet", "aws_default_subnet");
  const inside = network.nodes.filter((node) => node.vpc !== undefined);
  const vpcs = new Set([
    ...environment.all("aws_vpc", "aws_default_vpc").map((vpc) => vpc.place),
    ...subnets.map(vpcOf),
    ...inside.map((node) => node.vpc ?? ""),
  ]);
  const title = place.length === 0 ? "AWS account" : `AWS ${place.join(" · ")}`;
  return [
    { name: accountGroup, kind: "account", title, lines: [], mark: "unchanged" },
    ...[...vpcs].sort().flatMap((vpc) => [
      {
        name: vpcGroup(vpc),
        kind: "vpc" as const,
        parent: accountGroup,
        title: titleOf(vpc, environment.at(vpc)),
        lines: [],
        mark: "unchanged" as const,
      },
      ...tierGroups(
        vpc,
        subnets.filter((subnet) => vpcOf(subnet) === vpc),
        inside.filter((node) => node.vpc === vpc),
        subnetTiers,
      ),
    ]),
  ];
}

/** The group of a node: the tier of its subnets, of several the most exposed one. */
export function groupOf(node: NetworkNode, subnetTiers: SubnetTiers): string {
  return node.vpc === undefined ? accountGroup : tierGroup(node.vpc, tierOf(node, subnetTiers));
}

export function vpcOf({ values }: Resource): string {
  return isUnset(values["vpc_id"]) ? "the default VPC" : identityOf(values["vpc_id"]);
}

export function vpcGroup(vpc: string): string {
  return `vpc ${vpc}`;
}

export function tierGroup(vpc: string, tier: Tier): string {
  return `${tier} subnets of ${vpc}`;
}

function tierOf({ subnets }: NetworkNode, subnetTiers: SubnetTiers): Tier {
  const own = new Set(subnets.map((subnet) => subnetTiers.of(subnet)));
  return tiers.find((tier) => own.has(tier)) ?? "untold";
}

function tierGroups(
  vpc: string,
  subnets: readonly Resource[],
  nodes: readonly NetworkNode[],
  subnetTiers: SubnetTiers,
): readonly PictureGroup[] {
  return tiers.flatMap((tier) => {
    const own = subnets.filter((subnet) => subnetTiers.of(subnet) === tier);
    if (own.length === 0 && !nodes.some((node) => tierOf(node, subnetTiers) === tier)) return [];
    const title = tier === "untold" ? "Subnets that the files do not tell" : `${upper(tier)} subnets`;
    const name = tierGroup(vpc, tier);
    return [{ name, kind: tier, parent: vpcGroup(vpc), title, lines: linesOf(own), mark: "unchanged" }];
  });
}

/** One line for a subnet: its zone and its addresses. */
function linesOf(subnets: readonly Resource[]): readonly Line[] {
  const texts = subnets.map(({ address, values }) => {
    const [zone, block] = [textOf(values["availability_zone"]), textOf(values["cidr_block"])];
    return zone === undefined && block === undefined ? address : [zone, block].filter(Boolean).join("  ");
  });
  return texts.sort().map((text) => ({ text, mark: "unchanged" }));
}

function titleOf(vpc: string, resource: Resource | undefined): string {
  const tags = resource?.values["tags"];
  const name = isMap(tags) ? textOf(tags["Name"]) : undefined;
  const block = textOf(resource?.values["cidr_block"]);
  return ["VPC", name ?? resource?.address ?? vpc, ...(block === undefined ? [] : [`· ${block}`])].join(" ");
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
