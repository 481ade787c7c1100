import { Eip } from "@cdktf/provider-aws/lib/eip";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Construct } from "constructs";
import type { ZoneSubnets } from "../../addressing/subnet-plan";

export interface PublicRoutesProps {
  readonly name: string;
  readonly vpcId: string;
  readonly internetGatewayId: string;
}

/** The route table that all public subnets share: everything outside the VPC goes to the internet gateway. */
export class PublicRoutes extends Construct {
  readonly routeTableId: string;
  /** NAT gateways wait for it: without it they have no way out. */
  readonly internetRoute: Route;

  constructor(scope: Construct, id: string, props: PublicRoutesProps) {
    super(scope, id);
    const table = new RouteTable(this, "RouteTable", {
      vpcId: props.vpcId,
      tags: { Name: `${props.name}-public` },
    });
    this.routeTableId = table.id;
    this.internetRoute = new Route(this, "InternetRoute", {
      routeTableId: table.id,
      destinationCidrBlock: "0.0.0.0/0",
      gatewayId: props.internetGatewayId,
    });
  }
}

export interface NetworkZoneProps {
  readonly name: string;
  readonly vpcId: string;
  /** Full zone name, for example `eu-west-1a`. */
  readonly availabilityZone: string;
  /** Zone letter. */
  readonly zone: string;
  readonly subnets: ZoneSubnets;
  readonly publicRoutes: PublicRoutes;
  /** `own`: create a NAT gateway here; `none`; or the id of another zone's gateway. */
  readonly nat: string;
}

type SubnetKind = keyof ZoneSubnets;

/** One availability zone of a network: its three subnets and their routes. */
export class NetworkZone extends Construct {
  readonly publicSubnetId: string;
  readonly privateSubnetId: string;
  readonly isolatedSubnetId: string;
  readonly privateRouteTableId: string;
  /** Absent when private subnets have no way to the internet. */
  readonly natGatewayId?: string;

  constructor(scope: Construct, id: string, props: NetworkZoneProps) {
    super(scope, id);
    this.publicSubnetId = this.createSubnet("public", props);
    this.associate("public", this.publicSubnetId, props.publicRoutes.routeTableId);
    this.natGatewayId = this.resolveNatGateway(props);
    this.privateSubnetId = this.createSubnet("private", props);
    this.privateRouteTableId = this.createRouteTable("private", this.privateSubnetId, props);
    this.isolatedSubnetId = this.createSubnet("isolated", props);
    this.createRouteTable("isolated", this.isolatedSubnetId, props);
    if (this.natGatewayId) {
      new Route(this, "NatRoute", {
        routeTableId: this.privateRouteTableId,
        destinationCidrBlock: "0.0.0.0/0",
        natGatewayId: this.natGatewayId,
      });
    }
  }

  private createSubnet(kind: SubnetKind, props: NetworkZoneProps) {
    const { name, vpcId, availabilityZone, zone, subnets, publicRoutes } = props;
    const subnet = new Subnet(this, `${capitalized(kind)}Subnet`, {
      vpcId,
      availabilityZone,
      cidrBlock: subnets[kind],
      mapPublicIpOnLaunch: false,
      tags: { Name: `${name}-${kind}-${zone}`, Tier: kind },
      // AWS refuses a public load balancer as long as the VPC has no internet gateway.
      dependsOn: kind === "public" ? [publicRoutes.internetRoute] : undefined,
    });
    return subnet.id;
  }

  private createRouteTable(kind: SubnetKind, subnetId: string, { name, vpcId, zone }: NetworkZoneProps) {
    const table = new RouteTable(this, `${capitalized(kind)}RouteTable`, {
      vpcId,
      // Empty, not absent: a route added by hand would be ignored, and the subnets not isolated any more.
      route: kind === "isolated" ? [] : undefined,
      tags: { Name: `${name}-${kind}-${zone}` },
    });
    this.associate(kind, subnetId, table.id);
    return table.id;
  }

  private associate(kind: SubnetKind, subnetId: string, routeTableId: string): void {
    new RouteTableAssociation(this, `${capitalized(kind)}Routes`, { subnetId, routeTableId });
  }

  private resolveNatGateway({ name, zone, nat, publicRoutes }: NetworkZoneProps): string | undefined {
    if (nat === "none") return undefined;
    if (nat !== "own") return nat;
    const address = new Eip(this, "NatAddress", { domain: "vpc", tags: { Name: `${name}-nat-${zone}` } });
    const gateway = new NatGateway(this, "NatGateway", {
      allocationId: address.id,
      subnetId: this.publicSubnetId,
      tags: { Name: `${name}-${zone}` },
      dependsOn: [publicRoutes.internetRoute],
    });
    return gateway.id;
  }
}

function capitalized(kind: SubnetKind): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}
