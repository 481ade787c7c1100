import { internetGatewayInUse } from "../../../../offline/rules/network/internet-gateway-in-use";
import { aCloud, aDelete, codes, type Existing } from "../../../support/a-cloud";

const network: readonly Existing[] = [
  { type: "aws_internet_gateway", values: { id: "igw-1", vpc_id: "vpc-1" } },
  { type: "aws_subnet", values: { id: "subnet-1", vpc_id: "vpc-1" } },
];

function check(...more: readonly Existing[]) {
  return codes(internetGatewayInUse, aDelete(aCloud([...network, ...more]), "aws_internet_gateway"));
}

describe("internet-gateway-in-use", () => {
  test("lets a gateway of a VPC without public addresses go", () => {
    expect(check({ type: "aws_lb", values: { internal: true, subnets: ["subnet-1"] } })).toEqual([]);
  });

  test.each<Existing>([
    { type: "aws_lb", values: { internal: false, subnets: ["subnet-1"] } },
    { type: "aws_nat_gateway", values: { subnet_id: "subnet-1", connectivity_type: "public" } },
    {
      type: "aws_ecs_service",
      values: { network_configuration: [{ assign_public_ip: true, subnets: ["subnet-1"] }] },
    },
  ])("refuses while $type has public addresses", (user) => {
    expect(check(user)).toEqual(["DependencyViolation"]);
  });

  test("skips a balancer whose subnets are not known", () => {
    expect(check({ type: "aws_lb", values: { internal: false, subnets: ["subnet-x"] } })).toEqual([]);
  });
});
