import { wrongVpc } from "../../../../offline/rules/every-type/wrong-vpc";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, aCloud, codes, refusals } from "../../../support/a-cloud";

const cloud = aCloud(
  ["own", "other"].flatMap((vpc): { type: string; values: Values }[] => [
    { type: "aws_subnet", values: { id: `subnet-${vpc}`, vpc_id: vpc } },
    { type: "aws_security_group", values: { id: `sg-${vpc}`, vpc_id: vpc } },
    { type: "aws_lb_target_group", values: { arn: `tg-${vpc}`, vpc_id: vpc } },
    { type: "aws_db_subnet_group", values: { name: `db-${vpc}`, vpc_id: vpc } },
  ]),
);
const service = (groups: Values, targetGroup = "tg-own"): Values => ({
  network_configuration: [{ subnets: ["subnet-own"], ...groups }],
  load_balancer: [{ target_group_arn: targetGroup }],
});

describe("Parts in one VPC", () => {
  test.each<[string, Values]>([
    ["aws_ecs_service", service({ security_groups: ["sg-own"] })],
    ["aws_ecs_service", service({ security_groups: ["sg-gone", unknown] })],
    ["aws_db_instance", { db_subnet_group_name: "db-own", vpc_security_group_ids: ["sg-own"] }],
    ["aws_db_instance", { db_subnet_group_name: unknown, vpc_security_group_ids: ["sg-own"] }],
  ])("are accepted: %s %p", (type, values) => {
    expect(codes(wrongVpc, aChange(type, values, { cloud }))).toEqual([]);
  });
});

describe("Parts in different VPCs", () => {
  test.each<[string, Values, string]>([
    ["aws_ecs_service", service({ security_groups: ["sg-other"] }), "InvalidParameterException"],
    ["aws_ecs_service", service({ security_groups: [] }, "tg-other"), "InvalidParameterException"],
    [
      "aws_db_instance",
      { db_subnet_group_name: "db-own", vpc_security_group_ids: ["sg-other"] },
      "InvalidParameterCombination",
    ],
    [
      "aws_lambda_function",
      { vpc_config: [{ subnet_ids: ["subnet-own", "subnet-other"] }] },
      "InvalidParameterValueException",
    ],
  ])("are refused: %s %p", (type, values, code) => {
    expect(codes(wrongVpc, aChange(type, values, { cloud }))).toEqual([code]);
  });

  test("are both named", () => {
    const values = { db_subnet_group_name: "db-own", vpc_security_group_ids: ["sg-other"] };
    expect(refusals(wrongVpc, aChange("aws_db_instance", values, { cloud }))[0]?.message).toBe(
      "The DB instance and EC2 security group are in different VPCs. The DB instance is in own and the EC2 security group is in other",
    );
  });
});
