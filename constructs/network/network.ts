import { DefaultRouteTable } from "@cdktf/provider-aws/lib/default-route-table";
import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { Construct } from "constructs";
import { planSubnets } from "../../addressing/subnet-plan";
import { throwConstructProblems } from "../../problems/construct-error";
import { checkNetwork } from "./check-network";
import { FlowLogs } from "./flow-logs";
import { InterfaceEndpoints } from "./interface-endpoints";
import { S3Endpoint } from "./s3-endpoint";
import type { SecurityGroupPeer } from "./security-group";
import { NetworkZone, PublicRoutes } from "./network-zone";

/** Who gives private subnets a way to the internet: nobody, one gateway for all zones, one per zone. */
export type NatMode = "none" | "single" | "per-zone";

export interface NetworkProps {
  /** First part of every name, for example `dev`. */
  readonly name: string;
  /** AWS account the network is in, 12 digits. */
  readonly account: string;
  readonly region: string;
  /** Private IPv4 block between /16 and /23, for example `10.20.0.0/16`. */
  readonly cidrBlock: string;
  /**
   * Letters of two or three availability zones. Each letter owns a fixed quarter of the block (modulo four), so that
   * adding a zone changes no existing subnet.
   *
   * @default ["a", "b"]
   */
  readonly zones?: readonly string[];
  /**
   * NAT gateways for connections from private subnets to the internet. A single one stands in the first zone by letter:
   * a zone that is added before it takes it over, which breaks connections while it moves.
   *
   * @default "none"
   */
  readonly nat?: NatMode;
  /**
   * AWS services that private subnets reach through interface endpoints, for example `ecr.api`.
   * Each costs by the hour and zone.
   *
   * @default - none; tasks then reach AWS services only through a NAT gateway
   */
  readonly interfaceEndpoints?: readonly string[];
  /**
   * Connections that flow logs record.
   *
   * @default "REJECT"
   */
  readonly flowLogs?: "ALL" | "REJECT";
  /**
   * Days of flow logs to keep. Older entries are deleted by CloudWatch.
   *
   * @default 30
   */
  readonly logRetentionDays?: number;
  /**
   * KMS key that encrypts the flow logs.
   *
   * @default - a key of CloudWatch Logs
   */
  readonly logEncryptionKeyArn?: string;
  /**
   * Whether a plan that destroys the VPC fails.
   *
   * @default false
   */
  readonly preventDestroy?: boolean;
}

/** What other constructs need of a network; a network that exists already can be described by it too. */
export interface NetworkAttributes {
  readonly vpcId: string;
  readonly publicSubnetIds: readonly string[];
  readonly privateSubnetIds: readonly string[];
  readonly isolatedSubnetIds: readonly string[];
  /**
   * Security group of the interface endpoints; tasks are given an edge to it.
   *
   * @default - there are no interface endpoints
   */
  readonly endpoints?: SecurityGroupPeer;
  /**
   * Prefix list of the S3 gateway endpoint; image layers come from there.
   *
   * @default - there is no S3 gateway endpoint
   */
  readonly s3PrefixListId?: string;
}

/**
 * A VPC with public, private and isolated subnets in two or three zones, closed by default.
 *
 * Creates: VPC; per zone a public, a private and an isolated subnet with route tables; internet gateway; NAT gateways
 * when asked for; S3 gateway endpoint; interface endpoints when asked for; flow logs; the VPC's default security group
 * and default route table, emptied.
 * Costs: NAT gateways, interface endpoints and public addresses by the hour; flow logs by volume.
 *
 * @example
 * const network = new Network(stack, "Network", {
 *   name: "dev",
 *   account: "111111111111",
 *   region: "eu-west-1",
 *   cidrBlock: "10.20.0.0/16",
 *   nat: "single",
 * });
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-example-private-subnets-nat.html
 */
export class Network extends Construct implements NetworkAttributes {
  readonly vpcId: string;
  readonly cidrBlock: string;
  readonly zones: readonly string[];
  readonly publicSubnetIds: readonly string[];
  readonly privateSubnetIds: readonly string[];
  readonly isolatedSubnetIds: readonly string[];
  readonly endpoints?: SecurityGroupPeer;
  readonly s3PrefixListId: string;

  constructor(scope: Construct, id: string, props: NetworkProps) {
    super(scope, id);
    this.cidrBlock = props.cidrBlock;
    this.zones = [...(props.zones ?? ["a", "b"])].sort();
    throwConstructProblems(this.node.path, checkNetwork(this.cidrBlock, this.zones));

    const vpc = this.createVpc(props);
    this.vpcId = vpc.id;
    const zones = this.createZones(props);
    this.publicSubnetIds = zones.map((zone) => zone.publicSubnetId);
    this.privateSubnetIds = zones.map((zone) => zone.privateSubnetId);
    this.isolatedSubnetIds = zones.map((zone) => zone.isolatedSubnetId);
    this.s3PrefixListId = new S3Endpoint(this, "S3Endpoint", {
      ...props,
      vpcId: this.vpcId,
      routeTableIds: zones.map((zone) => zone.privateRouteTableId),
    }).prefixListId;
    this.endpoints = this.createInterfaceEndpoints(props);
    this.createFlowLogs(props);
  }

  private createVpc({ name, preventDestroy }: NetworkProps): Vpc {
    const vpc = new Vpc(this, "Vpc", {
      cidrBlock: this.cidrBlock,
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags: { Name: name },
      lifecycle: preventDestroy ? { preventDestroy: true } : undefined,
    });
    // Both are adopted and emptied: whatever names neither a group nor a table must not become reachable by that.
    // The lists are empty, not absent: the provider ignores rules and routes added by hand where nothing is said.
    new DefaultSecurityGroup(this, "DefaultSecurityGroup", {
      vpcId: vpc.id,
      ingress: [],
      egress: [],
      tags: { Name: `${name}-default-closed` },
    });
    new DefaultRouteTable(this, "DefaultRouteTable", {
      defaultRouteTableId: vpc.defaultRouteTableId,
      route: [],
      tags: { Name: `${name}-default-empty` },
    });
    return vpc;
  }

  private createZones(props: NetworkProps): readonly NetworkZone[] {
    const gateway = new InternetGateway(this, "InternetGateway", {
      vpcId: this.vpcId,
      tags: { Name: props.name },
    });
    const publicRoutes = new PublicRoutes(this, "Public", {
      name: props.name,
      vpcId: this.vpcId,
      internetGatewayId: gateway.id,
    });
    const plan = planSubnets(this.cidrBlock, this.zones);
    const nat = props.nat ?? "none";
    const zones: NetworkZone[] = [];
    for (const [letter, subnets] of plan) {
      const isFirst = zones.length === 0;
      zones.push(
        new NetworkZone(this, `Zone${letter.toUpperCase()}`, {
          name: props.name,
          vpcId: this.vpcId,
          availabilityZone: `${props.region}${letter}`,
          zone: letter,
          subnets,
          publicRoutes,
          nat:
            nat === "per-zone" || (nat === "single" && isFirst) ? "own" : (zones[0]?.natGatewayId ?? "none"),
        }),
      );
    }
    return zones;
  }

  private createInterfaceEndpoints(props: NetworkProps): SecurityGroupPeer | undefined {
    const services = props.interfaceEndpoints ?? [];
    if (services.length === 0) return undefined;
    return new InterfaceEndpoints(this, "Endpoints", {
      name: props.name,
      region: props.region,
      vpcId: this.vpcId,
      subnetIds: this.privateSubnetIds,
      services,
    }).securityGroup;
  }

  private createFlowLogs(props: NetworkProps): void {
    new FlowLogs(this, "FlowLogs", {
      name: props.name,
      account: props.account,
      vpcId: this.vpcId,
      trafficType: props.flowLogs ?? "REJECT",
      retentionDays: props.logRetentionDays,
      encryptionKeyArn: props.logEncryptionKeyArn,
    });
  }
}
