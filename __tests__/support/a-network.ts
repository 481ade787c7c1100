import type { InternalLoadBalancerAttributes } from "../../constructs/load-balancing/internal-load-balancer";
import type { PublicLoadBalancerAttributes } from "../../constructs/load-balancing/public-load-balancer";
import type { NetworkAttributes } from "../../constructs/network/network";
import type { SecurityGroupPeer } from "../../constructs/network/security-group";

/** A network that exists already: plain ids keep the tests of what stands in it small. */
export function aNetwork(attributes: Partial<NetworkAttributes> = {}): NetworkAttributes {
  return {
    vpcId: "vpc-1",
    publicSubnetIds: ["subnet-public-a", "subnet-public-b"],
    privateSubnetIds: ["subnet-private-a", "subnet-private-b"],
    isolatedSubnetIds: ["subnet-isolated-a", "subnet-isolated-b"],
    endpoints: aPeer("endpoints"),
    s3PrefixListId: "pl-s3",
    ...attributes,
  };
}

/** A security group that exists already, under the id `sg-<name>`. */
export function aPeer(name: string): SecurityGroupPeer {
  return { peerName: name, securityGroupId: `sg-${name}` };
}

export function aPublicLoadBalancer(): PublicLoadBalancerAttributes {
  return {
    listenerArn: "arn:public-listener",
    securityGroup: aPeer("public-load-balancer"),
    arnSuffix: "app/test-public/1",
  };
}

export function anInternalLoadBalancer(): InternalLoadBalancerAttributes {
  return {
    loadBalancerArn: "arn:internal-load-balancer",
    securityGroup: aPeer("internal-load-balancer"),
    arnSuffix: "app/test-internal/2",
    dnsName: "internal-test.elb.amazonaws.com",
    hostedZoneId: "ZELB",
    zoneId: "ZPRIVATE",
    zoneName: "test.internal",
  };
}
