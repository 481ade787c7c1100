import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { synthesize } from "../../testing/synthesize";

describe("synthesize", () => {
  const synthesis = synthesize((stack) => {
    const vpc = new Vpc(stack, "Vpc", { cidrBlock: "10.0.0.0/16" });
    new Subnet(stack, "SubnetA", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
    new Subnet(stack, "SubnetB", { vpcId: vpc.id, cidrBlock: "10.0.1.0/24" });
  });

  test("finds the only resource of a type", () => {
    expect(synthesis.only(Vpc)).toMatchObject({ cidr_block: "10.0.0.0/16" });
  });

  test("finds a resource by name", () => {
    expect(synthesis.resource(Subnet, "subnet_b")).toMatchObject({ vpc_id: "${aws_vpc.vpc.id}" });
  });

  test("counts resources of a type", () => {
    expect(synthesis.count(Subnet)).toBe(2);
  });

  test("refuses to choose between resources", () => {
    expect(() => synthesis.only(Subnet)).toThrow("has 2 aws_subnet: subnet_a, subnet_b");
  });

  test("names what there is when a resource is not found", () => {
    expect(() => synthesis.resource(Vpc, "other")).toThrow("has no aws_vpc.other, but vpc");
  });

  test("lists addresses", () => {
    expect(synthesis.addresses()).toEqual(["aws_subnet.subnet_a", "aws_subnet.subnet_b", "aws_vpc.vpc"]);
  });
});
