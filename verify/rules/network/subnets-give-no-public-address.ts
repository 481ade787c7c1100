import { attributeRule, isFalse } from "../attribute-rule";

export const subnetsGiveNoPublicAddress = attributeRule({
  id: "subnets-give-no-public-address",
  title: "Subnets give no public address by themselves",
  severity: "error",
  controls: ["EC2.15", "CKV_AWS_130"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-15",
  why: "Whatever is started in such a subnet can be reached from the internet, also what nobody meant to publish.",
  fix: "Set `map_public_ip_on_launch = false`; load balancers and NAT gateways get their addresses without it.",
  types: ["aws_subnet"],
  attribute: "map_public_ip_on_launch",
  must: "must be false",
  default: false,
  holds: isFalse,
});
