import { type EnvironmentFiles } from "../estate/estate";
import { type Resource } from "../estate/resource";
import { blocksOf, booleanOf, isOpen, isUnset, itemsOf } from "../values/plain-values";
import { isMap } from "../values/fields-of";
import { showValue } from "../values/show-value";
import { type Value, type ValueMap } from "../values/value";
import { type Block, parseBlock } from "./block";
import { identityOf, resourceOf } from "./identity";
import { type NetworkNode, type SecurityGroup } from "./network";
import { onlyWithSubnets, type Placement, placements } from "./placements";
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
      .filter((resource) => hasInterfaces(resource, placement))
      .map((resource) => reader.read(resource, placement)),
  );
}

function hasInterfaces({ type, values }: Resource, { subnets = [] }: Placement): boolean {
  if (type === "aws_vpc_endpoint") return values["vpc_endpoint_type"] === "Interface";
  return !onlyWithSubnets.has(type) || valuesAt(values, subnets).length > 0;
}

class InterfaceReader {
  /** Resources that have an Elastic IP address. */
  private readonly withElasticIp: ReadonlySet<string>;
  private readonly subnetGroups = new Map<string, Resource>();
  /** Groups that a resource of their own attaches, by place. */
  private readonly attached = new Map<string, SecurityGroup[]>();

  constructor(
    private readonly environment: EnvironmentFiles,
    private readonly groups: SecurityGroups,
  ) {
    this.withElasticIp = new Set(
      ["instance", "instance_id"].flatMap((attribute) =>
        environment
          .all("aws_eip", "aws_eip_association")
          .flatMap(({ values }) => resourceOf(values[attribute])?.place ?? []),
      ),
    );
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

  read(resource: Resource, placement: Placement): NetworkNode {
    const named = this.subnetsOf(resource, placement);
    const subnets = named.flatMap((value) => subnetOf(value) ?? []);
    const untold = named.filter((value) => subnetOf(value)?.mode !== "managed").map(showValue);
    const given = [
      ...this.groups.of(attributeAt(resource.values, placement.securityGroups)),
      ...(this.attached.get(resource.place) ?? []),
    ];
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
      publicAddress: this.publicAddressOf(resource, placement, subnets),
      hasIpv6: hasIpv6(resource, placement, subnets),
      ...(vpcIdentity !== undefined && { vpc: vpcIdentity }),
      blocks: blocksOfSubnets(subnets, vpc),
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

  private subnetsOf({ values }: Resource, { subnets, subnetGroup }: Placement): readonly Value[] {
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
    const { type, values } = resource;
    if (type === "aws_ecs_service" && blocksOf(values, "network_configuration").length === 0) {
      const name = `the network of the instances that run ${resource.place}`;
      return [{ key: name, name, isTold: false }];
    }
    return [this.groups.defaultOf(vpc)];
  }

  /** @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html */
  private publicAddressOf(
    resource: Resource,
    { kind, publicAddress }: Placement,
    subnets: readonly Resource[],
  ): boolean | string {
    const { values } = resource;
    if (kind === "balancer") return not(told(values["internal"], false));
    if (resource.type === "aws_rds_cluster") return this.clusterAddress(resource);
    if (this.withElasticIp.has(resource.place)) return true;
    const written = publicAddress === undefined ? undefined : attributeAt(values, publicAddress);
    if (!isUnset(written) || resource.type !== "aws_instance") return told(written, false);
    const launched = subnets.map((subnet) =>
      subnet.mode === "managed" ? told(subnet.values["map_public_ip_on_launch"], false) : subnet.address,
    );
    return launched.find((one) => one !== false) ?? false;
  }

  private clusterAddress(cluster: Resource): boolean | string {
    const members = this.environment
      .all("aws_rds_cluster_instance")
      .filter(({ values }) => resourceOf(values["cluster_identifier"]) === cluster)
      .map(({ values }) => told(values["publicly_accessible"], false));
    return members.find((one) => one !== false) ?? false;
  }
}

/** A truth value as the files tell it, or the expression that decides it. */
function told(value: Value | undefined, byDefault: boolean): boolean | string {
  return isOpen(value) ? showValue(value) : (booleanOf(value) ?? byDefault);
}

function not(value: boolean | string): boolean | string {
  return typeof value === "string" ? value : !value;
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

/** The subnets' blocks; those of the VPC where the files do not tell them. */
function blocksOfSubnets(subnets: readonly Resource[], vpc: Value | undefined): readonly Block[] {
  const own = subnets.flatMap(blocksIn);
  const network = resourceOf(vpc);
  return own.length > 0 || !network ? own : blocksIn(network);
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
): boolean {
  const inSubnets = subnets.some((subnet) => !isUnset(subnet.values["ipv6_cidr_block"]));
  if (kind === "balancer") {
    return (
      told(values["internal"], false) !== true && String(values["ip_address_type"]).startsWith("dualstack")
    );
  }
  return inSubnets && (publicAddress === undefined || kind === "service" || kind === "instance");
}
