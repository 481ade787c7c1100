import { asksFor } from "../reading/asked-for";
import { isGroupOf } from "../security-groups/group-vpcs";
import { text } from "../../values/reading";
import { byId } from "../reading/others";
import { type Place, textPlaces } from "../reading/places-of";
import { type Change, type Refusal, type Rule } from "../rule";

/** What runs in a network, and where its parts stand. */
interface Networked {
  readonly type: string;
  readonly subnets: string;
  readonly groups: string;
  readonly targetGroups?: string;
  readonly code: string;
  readonly message: (own: string, other: string) => string;
}

const networked: readonly Networked[] = [
  {
    type: "aws_ecs_service",
    subnets: "network_configuration.subnets",
    groups: "network_configuration.security_groups",
    targetGroups: "load_balancer.target_group_arn",
    code: "InvalidParameterException",
    message: () => "You have specified two resources that belong to different networks.",
  },
  {
    type: "aws_db_instance",
    subnets: "db_subnet_group_name",
    groups: "vpc_security_group_ids",
    code: "InvalidParameterCombination",
    message: (own, other) =>
      `The DB instance and EC2 security group are in different VPCs. The DB instance is in ${own} and the EC2 security group is in ${other}`,
  },
  {
    type: "aws_lambda_function",
    subnets: "vpc_config.subnet_ids",
    groups: "vpc_config.security_group_ids",
    code: "InvalidParameterValueException",
    message: () => "You have specified two resources that belong to different networks.",
  },
];

/** Subnets, security groups and target groups of one resource that are in different VPCs. */
export const wrongVpc: Rule = {
  id: "wrong-vpc",
  types: networked.map(({ type }) => type),
  actions: ["create", "update"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html",
  check(change) {
    return networked.filter(({ type }) => type === change.type).flatMap((kind) => check(change, kind));
  },
};

function check(
  change: Change,
  { subnets, groups, targetGroups, code, message }: Networked,
): readonly Refusal[] {
  const parts = [subnets, groups, ...(targetGroups === undefined ? [] : [targetGroups])];
  if (!parts.some((part) => asksFor(change, part.split(".")[0] ?? part))) return [];
  const placed = parts.flatMap((part) =>
    textPlaces(change.values, part).flatMap(({ value, path }) => {
      const vpc = vpcOf(change, value);
      return vpc === undefined ? [] : [{ name: value, vpc, path }];
    }),
  );
  const [first] = placed;
  if (!first) return [];
  return placed
    .filter(({ vpc, name }) => {
      const group = byId(change, "aws_security_group", name);
      return vpc !== first.vpc && !(group && isGroupOf(change, group, first.vpc));
    })
    .map(({ name, vpc, path }) => ({
      code,
      message: message(first.vpc, vpc),
      advice: `${first.name} of ${attributeOf(first)} is in ${first.vpc}, ${name} of ${attributeOf({ path })} is in ${vpc}: take all of them from one VPC.`,
      path,
    }));
}

function attributeOf({ path }: Pick<Place, "path">): string {
  return path.filter((step) => typeof step === "string").join(".");
}

/** The VPC of a subnet, group, target group, or DB subnet group; undefined for what is not there or not known. */
function vpcOf({ cloud, region }: Change, name: string): string | undefined {
  const lookups = [
    ["aws_subnet", "id"],
    ["aws_security_group", "id"],
    ["aws_default_security_group", "id"],
    ["aws_lb_target_group", "arn"],
    ["aws_db_subnet_group", "name"],
  ] as const;
  for (const [type, attribute] of lookups) {
    const found = cloud
      .all(type)
      .find((one) => one.region === region && text(one.values, attribute) === name);
    if (found) return text(found.values, "vpc_id");
  }
  return undefined;
}
