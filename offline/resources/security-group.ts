import { asked, asText } from "../values/reading";
import { type Value, type Values } from "../values/value";
import { arn } from "./arn";
import { type AwsContext, type ResourceBehaviour } from "./behaviour";
import { crc32 } from "./crc32";
import { ec2Kind } from "./ec2-kind";
import { ec2Id, nameOrPrefixed } from "./made-up-ids";

const everything = {
  cidr_blocks: [],
  description: "",
  from_port: 0,
  ipv6_cidr_blocks: [],
  prefix_list_ids: [],
  protocol: "-1",
  security_groups: [],
  self: false,
  to_port: 0,
};

/** The rules of a default security group. @see https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html */
export const allowSelf: Values = { ...everything, self: true };
export const allowAll: Values = { ...everything, cidr_blocks: ["0.0.0.0/0"] };

/** AWS allows all egress of a new group; the provider takes that away at once, unless the configuration wants it. */
const securityGroup = ec2Kind("aws_security_group", "sg security-group", (given, aws) => ({
  name: nameOrPrefixed(given, aws),
  name_prefix: "",
  ingress: [],
  egress: [],
  vpc_id: defaultVpc(aws),
}));

/** Takes over what AWS made along with the VPC, so that the VPC's `default_security_group_id` is its id. */
const defaultSecurityGroup: ResourceBehaviour = {
  type: "aws_default_security_group",
  create(given, aws) {
    const vpcId = asText(given["vpc_id"]) ?? defaultVpc(aws);
    const vpc = aws.cloud.find("aws_vpc", "id", asText(vpcId) ?? "")?.values;
    const id = asText(vpc?.["default_security_group_id"]) ?? ec2Id("sg", aws);
    return {
      id,
      arn: arn(aws, "ec2", `security-group/${id}`),
      name: "default",
      name_prefix: "",
      description: "default VPC security group",
      ingress: [],
      egress: [],
      owner_id: aws.account,
      vpc_id: vpcId,
    };
  },
};

/** A rule of its own. @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroupRule.html */
function rule(direction: "ingress" | "egress"): ResourceBehaviour {
  return {
    type: `aws_vpc_security_group_${direction}_rule`,
    create(_given, aws) {
      const id = ec2Id("sgr", aws);
      return { id, security_group_rule_id: id, arn: arn(aws, "ec2", `security-group-rule/${id}`) };
    },
  };
}

/** The older resource: the provider makes its id, and imports by all parts of the rule. */
const groupRule: ResourceBehaviour = {
  type: "aws_security_group_rule",
  create(given, aws) {
    const sources = ruleSources(given).join("_");
    const parts = [asked(given, "security_group_id"), ...ruleParts(given), sources].join("-");
    return { id: `sgrule-${crc32(parts)}`, security_group_rule_id: ec2Id("sgr", aws) };
  },
  importId: (values) =>
    [asked(values, "security_group_id"), ...ruleParts(values), ...ruleSources(values)].join("_"),
};

export const securityGroupBehaviours: readonly ResourceBehaviour[] = [
  securityGroup,
  defaultSecurityGroup,
  rule("ingress"),
  rule("egress"),
  groupRule,
];

function ruleParts(values: Values): readonly string[] {
  return ["type", "protocol", "from_port", "to_port"].map((name) => String(values[name]));
}

function ruleSources(values: Values): readonly string[] {
  const texts = (value: Value | undefined) => (Array.isArray(value) ? value.map(String) : []);
  return [
    ...(values["self"] === true ? ["self"] : []),
    ...texts(values["cidr_blocks"]),
    ...texts(values["ipv6_cidr_blocks"]),
    ...texts(values["prefix_list_ids"]),
    ...[asked(values, "source_security_group_id")].filter((group) => group !== ""),
  ];
}

function defaultVpc(aws: AwsContext): Value {
  return aws.cloud.all("aws_default_vpc").find(({ region }) => region === aws.region)?.values["id"] ?? "";
}
