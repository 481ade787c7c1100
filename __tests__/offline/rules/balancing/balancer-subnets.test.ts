import { balancerSubnets } from "../../../../offline/rules/balancing/balancer-subnets";
import { unknown, type Value, type Values } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const subnet = (id: string, vpc_id: string, availability_zone: string) => ({
  type: "aws_subnet",
  values: { id, vpc_id, availability_zone },
});
const cloud = aCloud([
  subnet("subnet-a", "vpc-1", "eu-west-1a"),
  subnet("subnet-a2", "vpc-1", "eu-west-1a"),
  subnet("subnet-b", "vpc-1", "eu-west-1b"),
  subnet("subnet-local", "vpc-1", "us-west-2-lax-1a"),
  subnet("subnet-far", "vpc-2", "eu-west-1c"),
]);

function check(subnets: Value, more: Values = {}) {
  return codes(balancerSubnets, aChange("aws_lb", { subnets, ...more }, { cloud }));
}

describe("balancer-subnets", () => {
  test("lets two zones of a VPC pass", () => {
    expect(check(["subnet-a", "subnet-b"])).toEqual([]);
  });

  test("lets a network balancer have one zone", () => {
    expect(check(["subnet-a"], { load_balancer_type: "network" })).toEqual([]);
  });

  test("lets an application balancer have one local zone", () => {
    expect(check(["subnet-local"])).toEqual([]);
  });

  test("refuses one zone for an application balancer", () => {
    expect(check(["subnet-a"])).toEqual(["ValidationError"]);
  });

  test.each([[["subnet-a", "subnet-a2"]], [["subnet-a", "subnet-far"]]])("refuses %j", (subnets) => {
    expect(check(subnets)).toEqual(["InvalidConfigurationRequest"]);
  });

  test.each<Value>([unknown, ["subnet-a", unknown], ["subnet-a", "subnet-by-hand"]])(
    "skips subnets that are not known",
    (subnets) => {
      expect(check(subnets)).toEqual([]);
    },
  );
});
