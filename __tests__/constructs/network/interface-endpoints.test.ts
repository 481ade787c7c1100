import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { InterfaceEndpoints } from "../../../constructs/network/interface-endpoints";
import { synthesize } from "../../../testing/synthesize";

const synthesis = synthesize((stack) => {
  new InterfaceEndpoints(stack, "Endpoints", {
    name: "test",
    region: "eu-west-1",
    vpcId: "vpc-1",
    subnetIds: ["subnet-a", "subnet-b"],
    services: ["ecr.api", "logs"],
  });
});

describe("InterfaceEndpoints", () => {
  test("are one for each service, addressed by its name", () => {
    expect(Object.keys(synthesis.resources(VpcEndpoint))).toEqual(["endpoints_ecr_api", "endpoints_logs"]);
  });

  test("answer to the public names of the services inside the VPC", () => {
    expect(synthesis.resource(VpcEndpoint, "endpoints_ecr_api")).toMatchObject({
      vpc_endpoint_type: "Interface",
      service_name: "com.amazonaws.eu-west-1.ecr.api",
      private_dns_enabled: true,
      subnet_ids: ["subnet-a", "subnet-b"],
    });
  });

  test("share one security group", () => {
    const groups = Object.values(synthesis.resources(VpcEndpoint)).map(
      (endpoint) => endpoint["security_group_ids"],
    );
    expect(groups).toEqual(Array(2).fill(["${aws_security_group.endpoints_security_group.id}"]));
    expect(synthesis.count(SecurityGroup)).toBe(1);
  });

  test("are closed until a caller is given an edge", () => {
    expect([
      synthesis.count(VpcSecurityGroupIngressRule),
      synthesis.count(VpcSecurityGroupEgressRule),
    ]).toEqual([0, 0]);
  });
});
