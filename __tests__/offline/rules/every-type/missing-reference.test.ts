import { referencedKinds } from "../../../../offline/rules/every-type/referenced-kinds";
import { references } from "../../../../offline/rules/every-type/references";
import { missingReference } from "../../../../offline/rules/every-type/missing-reference";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, aCloud, codes, refusals } from "../../../support/a-cloud";

const arn = (service: string, resource: string, account = "111111111111", region = "eu-west-1") =>
  `arn:aws:${service}:${region}:${account}:${resource}`;

describe("A reference to something missing", () => {
  test.each<[string, Values, string]>([
    ["aws_subnet", { vpc_id: "vpc-1" }, "InvalidVpcID.NotFound"],
    ["aws_db_instance", { db_subnet_group_name: "prod" }, "DBSubnetGroupNotFoundFault"],
    ["aws_db_instance", { vpc_security_group_ids: ["sg-1"] }, "InvalidParameterValue"],
    ["aws_lb_listener", { default_action: [{ target_group_arn: "arn" }] }, "TargetGroupNotFound"],
    ["aws_iam_role_policy", { role: "app" }, "NoSuchEntity"],
    [
      "aws_iam_role_policy_attachment",
      { policy_arn: arn("iam", "policy/app", undefined, "") },
      "NoSuchEntity",
    ],
    ["aws_ecs_service", { cluster: "dev" }, "ClusterNotFoundException"],
    ["aws_ecs_service", { task_definition: "dev-app:3" }, "ClientException"],
    ["aws_ecr_lifecycle_policy", { repository: "app" }, "RepositoryNotFoundException"],
    ["aws_appautoscaling_target", { resource_id: "service/dev/app" }, "ValidationException"],
    ["aws_s3_bucket_policy", { bucket: "logs" }, "NoSuchBucket"],
    ["aws_kms_alias", { target_key_id: "1234" }, "NotFoundException"],
  ])("is refused by AWS's code for %s %p", (type, values, code) => {
    expect(codes(missingReference, aChange(type, values))).toEqual([code]);
  });

  test("is named, in AWS's words where the service has its own", () => {
    const change = aChange("aws_appautoscaling_target", { resource_id: "service/dev/app" });
    expect(refusals(missingReference, change)[0]?.message).toBe("ECS service doesn't exist: service/dev/app");
  });

  test("says where it stands, in lists and blocks too", () => {
    const change = aChange("aws_ecs_service", { network_configuration: [{ subnets: ["subnet-1"] }] });
    expect(refusals(missingReference, change)[0]?.path).toEqual(["network_configuration", 0, "subnets", 0]);
  });

  test("is malformed when it does not look like an id", () => {
    const change = aChange("aws_subnet", { vpc_id: "prod" });
    expect(refusals(missingReference, change)).toMatchObject([
      { code: "InvalidVpcId.Malformed", message: 'Invalid id: "prod" (expecting "vpc-...")' },
    ]);
  });

  test("is not seen before its value is known", () => {
    expect(codes(missingReference, aChange("aws_subnet", { vpc_id: unknown }))).toEqual([]);
  });

  test("is not seen in an update that leaves it alone", () => {
    const values = { vpc_id: "vpc-1", tags: null };
    const existing = { key: "s", type: "aws_subnet", region: "eu-west-1", values };
    const change = aChange("aws_subnet", { ...values, tags: { a: "b" } }, { action: "update", existing });
    expect(codes(missingReference, change)).toEqual([]);
  });
});

describe("A reference to something that exists", () => {
  test.each<[string, Values, string, Values]>([
    ["aws_subnet", { vpc_id: "vpc-1" }, "aws_vpc", { id: "vpc-1" }],
    [
      "aws_default_route_table",
      { default_route_table_id: "rtb-1" },
      "aws_vpc",
      { default_route_table_id: "rtb-1" },
    ],
    [
      "aws_ecs_service",
      { task_definition: "app:3" },
      "aws_ecs_task_definition",
      { family: "app", revision: 3 },
    ],
    [
      "aws_appautoscaling_target",
      { resource_id: "service/dev/app" },
      "aws_ecs_service",
      { cluster: arn("ecs", "cluster/dev"), name: "app" },
    ],
    ["aws_db_instance", { kms_key_id: "alias/data" }, "aws_kms_alias", { name: "alias/data" }],
    ["aws_flow_log", { subnet_id: "subnet-1" }, "aws_subnet", { id: "subnet-1" }],
  ])("is accepted for %s %p", (type, values, otherType, other) => {
    const cloud = aCloud([{ type: otherType, values: other }]);
    expect(codes(missingReference, aChange(type, values, { cloud }))).toEqual([]);
  });

  test.each<[string, Values]>([
    ["aws_iam_role_policy_attachment", { policy_arn: "arn:aws:iam::aws:policy/ReadOnlyAccess" }],
    ["aws_ecs_cluster_capacity_providers", { capacity_providers: ["FARGATE", "FARGATE_SPOT"] }],
    ["aws_db_instance", { parameter_group_name: "default.postgres17", kms_key_id: "alias/aws/rds" }],
    ["aws_secretsmanager_secret_rotation", { secret_id: arn("secretsmanager", "secret:rds!db-1-AbCdEf") }],
    ["aws_route", { gateway_id: "local" }],
  ])("is accepted where AWS itself keeps it: %s %p", (type, values) => {
    expect(codes(missingReference, aChange(type, values))).toEqual([]);
  });

  test("is missing in another region than its own", () => {
    const cloud = aCloud([{ type: "aws_vpc", region: "us-east-1", values: { id: "vpc-1" } }]);
    expect(codes(missingReference, aChange("aws_subnet", { vpc_id: "vpc-1" }, { cloud }))).toEqual([
      "InvalidVpcID.NotFound",
    ]);
  });

  test("is looked up in the region of its ARN", () => {
    const key = arn("kms", "key/1", "111111111111", "us-east-1");
    const cloud = aCloud([{ type: "aws_kms_key", region: "us-east-1", values: { arn: key } }]);
    expect(codes(missingReference, aChange("aws_kms_alias", { target_key_id: key }, { cloud }))).toEqual([]);
  });
});

describe("A reference into another account", () => {
  const key = arn("kms", "key/1", "222222222222");
  const values = { target_key_id: key };

  test("is accepted when nothing is known of that account", () => {
    expect(codes(missingReference, aChange("aws_kms_alias", values))).toEqual([]);
  });

  test("is refused when that account is known and lacks it", () => {
    const otherAccount = () => aCloud();
    expect(codes(missingReference, aChange("aws_kms_alias", values, { otherAccount }))).toEqual([
      "NotFoundException",
    ]);
  });

  test("is accepted when that account has it", () => {
    const otherAccount = () => aCloud([{ type: "aws_kms_key", values: { arn: key } }]);
    expect(codes(missingReference, aChange("aws_kms_alias", values, { otherAccount }))).toEqual([]);
  });
});

describe("The table of references", () => {
  test("uses every kind", () => {
    const used = Object.values(references).flatMap((paths) =>
      Object.values(paths).map((to) => (typeof to === "string" ? to : to.kind)),
    );
    expect(Object.keys(referencedKinds).filter((kind) => !used.some((name) => name === kind))).toEqual([]);
  });
});
