import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { Construct } from "constructs";
import { SecurityGroup } from "./security-group";

export interface InterfaceEndpointsProps {
  /** First part of every name, for example `dev`. */
  readonly name: string;
  readonly region: string;
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  /** AWS services by the last part of their endpoint name, for example `ecr.api`. */
  readonly services: readonly string[];
}

/**
 * Interface endpoints: AWS services get addresses inside the VPC, so that tasks need no way to the internet for them.
 *
 * Creates: an endpoint per service, one security group for all of them. Costs: each endpoint by the hour and zone.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
 */
export class InterfaceEndpoints extends Construct {
  readonly securityGroup: SecurityGroup;

  constructor(scope: Construct, id: string, props: InterfaceEndpointsProps) {
    super(scope, id);
    this.securityGroup = new SecurityGroup(this, "SecurityGroup", {
      name: `${props.name}-endpoints`,
      peerName: "endpoints",
      vpcId: props.vpcId,
    });
    for (const service of props.services) {
      new VpcEndpoint(this, endpointId(service), {
        vpcId: props.vpcId,
        vpcEndpointType: "Interface",
        serviceName: `com.amazonaws.${props.region}.${service}`,
        subnetIds: [...props.subnetIds],
        securityGroupIds: [this.securityGroup.securityGroupId],
        privateDnsEnabled: true,
        tags: { Name: `${props.name}-${service}` },
      });
    }
  }
}

/** `ecr.api` → `EcrApi`. */
function endpointId(service: string): string {
  return service
    .split(/[.-]/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("");
}
