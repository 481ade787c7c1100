import { subnetInUse } from "../../../../offline/rules/network/subnet-in-use";
import { aCloud, aDelete, codes, type Existing } from "../../../support/a-cloud";

const subnet: Existing = { type: "aws_subnet", values: { id: "subnet-1" } };

function check(...more: readonly Existing[]) {
  return codes(subnetInUse, aDelete(aCloud([subnet, ...more]), "aws_subnet"));
}

describe("subnet-in-use", () => {
  test("lets an empty subnet go", () => {
    expect(check({ type: "aws_lb", values: { subnets: ["subnet-2"] } })).toEqual([]);
  });

  test.each<Existing>([
    { type: "aws_lb", values: { subnets: ["subnet-1", "subnet-2"] } },
    { type: "aws_nat_gateway", values: { subnet_id: "subnet-1" } },
    { type: "aws_ecs_service", values: { network_configuration: [{ subnets: ["subnet-1"] }] } },
  ])("refuses while $type has addresses in it", (user) => {
    expect(check(user)).toEqual(["DependencyViolation"]);
  });

  test("skips a group of subnets, of which a database uses any", () => {
    expect(check({ type: "aws_db_subnet_group", values: { subnet_ids: ["subnet-1"] } })).toEqual([]);
  });
});
