import { databaseSubnetGroup } from "../../../../offline/rules/databases/database-subnet-group";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, aCloud, refusals } from "../../../support/a-cloud";

const subnet = (id: string, zone: string, vpc = "vpc-1") => ({
  type: "aws_subnet",
  values: { id, availability_zone: zone, vpc_id: vpc },
});
const cloud = aCloud([
  subnet("a", "eu-west-1a"),
  subnet("a2", "eu-west-1a"),
  subnet("b", "eu-west-1b"),
  subnet("c", "eu-west-1c", "vpc-2"),
]);

function group(subnets: Value) {
  return refusals(databaseSubnetGroup, aChange("aws_db_subnet_group", { subnet_ids: subnets }, { cloud }));
}

describe("A DB subnet group", () => {
  test.each<[string, Value]>([
    ["two zones", ["a", "b"]],
    ["a subnet not known yet", ["a", unknown, "gone"]],
    ["unknown", unknown],
  ])("is accepted with %s", (_, subnets) => {
    expect(group(subnets)).toEqual([]);
  });

  test("is refused in one zone", () => {
    expect(group(["a", "a2"])).toMatchObject([
      {
        code: "DBSubnetGroupDoesNotCoverEnoughAZs",
        message: expect.stringContaining("Current AZ coverage: eu-west-1a."),
      },
    ]);
  });

  test("is refused in two networks", () => {
    expect(group(["a", "c"])).toMatchObject([{ code: "InvalidParameterValue" }]);
  });
});
