import { type EnvironmentFiles } from "../estate/estate";
import { type Resource } from "../estate/resource";
import { blocksOf, isOpen, isUnset, itemsOf } from "../values/plain-values";
import { isMap } from "../values/fields-of";
import { showValue } from "../values/show-value";
import { type Value, type ValueMap } from "../values/value";
import { type Block, parseBlock } from "./block";
import { identityOf, resourceOf } from "./identity";
import { type NetworkNode, type SecurityGroup } from "./network";
import { Launches } from "./launches";
import { onlyWithSubnets, type Placement, placements } from "./placements";
import { hasNetworkOfInstances, networkOfInstances, PublicAddresses, told } from "./public-addresses";
import { type SecurityGroups } from "./security-groups";

/** Everything that has network interfaces in a VPC, as nodes whose names may not be unique yet. */
export function readInterfaces(
  environment: EnvironmentFiles,
  groups: SecurityGroups,
): readonly NetworkNode[] {
  const reader = new InterfaceReader(environment, groups);
  return Object.entries(placements).flatMap(([type, placement]) =>
    environment
      .all(type)
      .filter((resource) => hasInterfaces(resource, placement) && !reader.isPartOfAnother(resource))
      .map((resource) => reader.read(resource, placement)),
  );
}

function hasInterfaces({ type, values }: Resource, { subnets = [] }: Placement): boolean {
  if (type === "aws_vpc_endpoint") return values["vpc_endpoint_type"] === "Interface";
  return !onlyWithSubnets.has(type) || valuesAt(values, subnets).length > 0;
}

class InterfaceReader {
  private readonly launches: Launches;
  private readonly publicAddresses: PublicAddresses;
  private readonly subnetGroups = new Map<string, Resource>();
  /** Groups that a resource of their own attaches, by place. */
  private readonly attached = new Map<string, SecurityGroup[]>();

  constructor(
    private readonly environment: EnvironmentFiles,
    private readonly groups: SecurityGroups,
  ) {
    this.launches = new Launches(environment);
    this.publicAddresses = new PublicAddresses(environment, this.launches);
    for (const { values } of environment.all(
      "aws_network_interface_sg_attachment",
      "aws_vpc_endpoint_security_group_association",
    )) {
      const place = resourceOf(values["network_interface_id"] ?? values["vpc_endpoint_id"])?.place ?? "";
      this.attached.set(place, [
        ...(this.attached.get(place) ?? []),
        ...groups.of(values["security_group_id"]),
      ]);
    }
    for (const { subnetGroup } of Object.values(placements)) {
      for (const group of subnetGroup ? environment.all(subnetGroup.type) : []) {
        const { name } = group.values;
        if (typeof name === "string") this.subnetGroups.set(`${group.type} ${name}`, group);
      }
    }
  }

  /** The subnets' blocks; those of the VPC, too, where the files do not tell them all. */
  private blocksOf(subnets: readonly Resource[], vpc: Value | undefined, isPartly: boolean) {
    const own = subnets.flatMap(blocksIn);
    if (!isPartly && subnets.every((subnet) => blocksIn(subnet).length > 0)) return { blocks: own };
    const network = resourceOf(vpc);
    const others = this.environment
      .all("aws_vpc_ipv4_cidr_block_association")
      .filter(({ values }) => network !== undefined && resourceOf(values["vpc_id"]) === network);
    const whole = network ? [network, ...others].map(blocksIn) : [];
    const isTold = whole.length > 0 && whole.every((blocks) => blocks.length > 0);
    return { blocks: isTold ? [...own, ...whole.flat()] : [], isSomewhere: true };
  }

  /** Whether it is told with the instance that it is attached to. */
  isPartOfAnother(resource: Resource): boolean {
    return this.launches.isAttached(resource);
  }

  read(resource: Resource, placement: Placement): NetworkNode {
    const named = this.subnetsOf(resource, placement);
    const subnets = named.flatMap((value) => subnetOf(value) ?? []);
    const untold = named.filter((value) => subnetOf(value)?.mode !== "managed").map(showValue);
    const given = this.groupsOf(resource, placement);
    const [aGroup] = given.flatMap((group) => group.resource ?? []);
    const vpc = [...subnets, ...(aGroup ? [aGroup] : []), resource]
      .map(({ values }) => values["vpc_id"])
      .find((value) => !isUnset(value));
    const vpcIdentity = vpc === undefined ? undefined : identityOf(vpc);
    return {
      name: this.nameOf(resource, placement),
      kind: placement.kind,
      resource,
      subnets,
      zones: [...new Set(subnets.flatMap((subnet) => zoneOf(subnet)))].sort(),
      securityGroups: given.length > 0 ? given : this.groupsWithoutMention(resource, vpcIdentity),
      publicAddress: this.publicAddresses.of(resource, placement, settingAt(resource, placement), named),
      hasIpv6: hasIpv6(resource, placement, subnets),
      ...(vpcIdentity !== undefined && { vpc: vpcIdentity }),
      ...this.blocksOf(subnets, vpc, named.length === 0 || untold.length > 0),
      untold: named.length === 0 ? [`subnets of ${resource.place}`] : untold,
      sends: placement.sends ?? false,
    };
  }

  private nameOf(resource: Resource, { kind, name, prefix: word = kind }: Placement): string {
    const given = name === "" ? undefined : attributeAt(resource.values, name);
    if (typeof given !== "string" || given === "")
      return `${word}.${resource.address.split(".").pop() ?? ""}`;
    const prefix = `${this.environment.name}-`;
    const own = kind !== "service" && given.startsWith(prefix) ? given.slice(prefix.length) : given;
    return `${word}.${own.replace(/^com\.amazonaws\.[^.]+\./, "")}`;
  }

  private groupsOf(resource: Resource, { kind, securityGroups }: Placement): readonly SecurityGroup[] {
    const written =
      kind === "instance" && resource.type !== "aws_network_interface"
        ? this.launches.of(resource).securityGroups
        : itemsOf(attributeAt(resource.values, securityGroups));
    const places = [resource, ...this.launches.interfacesOf(resource)].map(({ place }) => place);
    return [...this.groups.of(written), ...places.flatMap((place) => this.attached.get(place) ?? [])];
  }

  private subnetsOf(resource: Resource, { kind, subnets, subnetGroup }: Placement): readonly Value[] {
    const { values } = resource;
    if (kind === "instance" && resource.type !== "aws_network_interface") {
      return this.launches.of(resource).subnets;
    }
    if (subnets) return valuesAt(values, subnets);
    const named = subnetGroup && values[subnetGroup.attribute];
    if (!subnetGroup || isUnset(named)) return [];
    const group =
      resourceOf(named) ??
      (typeof named === "string" ? this.subnetGroups.get(`${subnetGroup.type} ${named}`) : undefined);
    return group?.mode === "managed" ? itemsOf(group.values["subnet_ids"]) : [named];
  }

  private groupsWithoutMention(resource: Resource, vpc: string | undefined): readonly SecurityGroup[] {
    // A Network Load Balancer that was made without groups has none, and admits everything.
    if (resource.values["load_balancer_type"] === "network" || resource.type === "aws_elb") return [];
    if (hasNetworkOfInstances(resource)) {
      const name = networkOfInstances(resource);
      return [{ key: name, name, isTold: false }];
    }
    return [this.groups.defaultOf(vpc)];
  }
}

function settingAt({ values }: Resource, { publicAddress }: Placement): Value | undefined {
  return publicAddress === undefined ? undefined : attributeAt(values, publicAddress);
}

/** The value at `network_configuration.subnets`: through blocks, the first of each. */
function attributeAt(values: ValueMap, path: string): Value | undefined {
  const [name = "", ...rest] = path.split(".");
  const value = values[name];
  if (rest.length === 0 || isOpen(value)) return value;
  const [block] = itemsOf(value).filter(isMap);
  return block && attributeAt(block, rest.join("."));
}

function valuesAt(values: ValueMap, paths: readonly string[]): readonly Value[] {
  return paths.flatMap((path) => {
    const [name = "", attribute] = path.split(".");
    // One block for each subnet.
    if (path.startsWith("subnet_mapping") && attribute !== undefined) {
      return blocksOf(values, name).flatMap((block) => itemsOf(block[attribute]));
    }
    return itemsOf(attributeAt(values, path));
  });
}

function subnetOf(value: Value): Resource | undefined {
  const resource = resourceOf(value);
  return resource?.type === "aws_subnet" || resource?.type === "aws_default_subnet" ? resource : undefined;
}

function zoneOf({ values }: Resource): readonly string[] {
  const zone = values["availability_zone"];
  return typeof zone === "string" ? [zone] : [];
}

function blocksIn({ values }: Resource): readonly Block[] {
  return [values["cidr_block"], values["ipv6_cidr_block"]].flatMap((text) =>
    typeof text === "string" ? (parseBlock(text) ?? []) : [],
  );
}

/**
 * Whether the internet gateway passes IPv6 on to it: what is internal or not publicly accessible is refused by AWS itself.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html
 */
function hasIpv6(
  { values }: Resource,
  { kind, publicAddress }: Placement,
  subnets: readonly Resource[],
): boolean | string {
  const inSubnets = subnets.some((subnet) => !isUnset(subnet.values["ipv6_cidr_block"]));
  if (kind === "balancer") {
    const { internal, ip_address_type: families } = values;
    if (told(internal, false) === true) return false;
    return isOpen(families) ? showValue(families) : String(families).startsWith("dualstack");
  }
  // A public database takes IPv6 where its network is of both kinds.
  if (kind === "database" && values["network_type"] === "DUAL") {
    return inSubnets && told(values["publicly_accessible"], false) !== false;
  }
  return inSubnets && (publicAddress === undefined || kind === "service" || kind === "instance");
}
