import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import { Construct } from "constructs";
import { internalZoneName, loadBalancerName } from "../../limits/resource-names";
import type { SecurityGroup, SecurityGroupPeer } from "../network/security-group";
import { LoadBalancer, type LoadBalancerSettings } from "./load-balancer";

export interface InternalLoadBalancerProps extends LoadBalancerSettings {
  readonly privateSubnetIds: readonly string[];
}

/** What backends need of an internal load balancer. */
export interface InternalLoadBalancerAttributes {
  readonly loadBalancerArn: string;
  readonly securityGroup: SecurityGroupPeer;
  /** Last part of the ARN, as CloudWatch and autoscaling name the load balancer. */
  readonly arnSuffix: string;
  readonly dnsName: string;
  /** Route 53 zone of the load balancer itself, for alias records. */
  readonly hostedZoneId: string;
  /** Private zone that backends get names in. */
  readonly zoneId: string;
  /** Name of the private zone, for example `dev.internal`. */
  readonly zoneName: string;
}

/**
 * The load balancer between services: in private subnets, closed until a caller declares its edge. Each backend has a
 * listener port of its own, so that security groups can tell callers apart.
 *
 * Creates: load balancer; security group; private DNS zone `<name>.internal`. Costs: by the hour and by traffic.
 *
 * @example
 * const internalLoadBalancer = new InternalLoadBalancer(stack, "InternalLoadBalancer", {
 *   name: "dev",
 *   vpcId: network.vpcId,
 *   privateSubnetIds: network.privateSubnetIds,
 * });
 */
export class InternalLoadBalancer extends Construct implements InternalLoadBalancerAttributes {
  readonly loadBalancerArn: string;
  readonly securityGroup: SecurityGroup;
  readonly arnSuffix: string;
  readonly dnsName: string;
  readonly hostedZoneId: string;
  readonly zoneId: string;
  readonly zoneName: string;

  constructor(scope: Construct, id: string, props: InternalLoadBalancerProps) {
    super(scope, id);
    const balancer = new LoadBalancer(this, "Resource", {
      ...props,
      kind: "internal",
      loadBalancerName: loadBalancerName(props.name, "internal"),
      subnetIds: props.privateSubnetIds,
    });
    this.loadBalancerArn = balancer.arn;
    this.securityGroup = balancer.securityGroup;
    this.arnSuffix = balancer.arnSuffix;
    this.dnsName = balancer.dnsName;
    this.hostedZoneId = balancer.hostedZoneId;
    this.zoneName = internalZoneName(props.name);
    this.zoneId = this.createZone(props.vpcId);
  }

  private createZone(vpcId: string): string {
    return new Route53Zone(this, "Zone", {
      name: this.zoneName,
      comment: "Names of the backends, answered inside the VPC only",
      vpc: [{ vpcId }],
    }).zoneId;
  }
}
