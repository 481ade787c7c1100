import { type ReplacementRow } from "./replacement-table";
import { rowsOf } from "./replacement-rows";

const rows = rowsOf("elasticloadbalancing/latest", {
  aws_lb: [
    "CreateLoadBalancer",
    "customer_owned_ipv4_pool",
    "internal",
    "load_balancer_type",
    "name",
    "name_prefix",
  ],
  aws_lb_listener: ["ModifyListener", "load_balancer_arn"],
  aws_lb_listener_rule: ["ModifyRule", "listener_arn"],
  aws_lb_listener_certificate: ["AddListenerCertificates", "certificate_arn", "listener_arn"],
  aws_lb_target_group: [
    "ModifyTargetGroup",
    "ip_address_type",
    "name",
    "name_prefix",
    "port",
    "protocol",
    "protocol_version",
    "target_control_port",
    "target_type",
    "vpc_id",
  ],
  aws_lb_target_group_attachment: [
    "RegisterTargets",
    "availability_zone",
    "port",
    "target_group_arn",
    "target_id",
  ],
});

/** Terraform has each type under its older name, too. */
export const loadBalancingReplacements: readonly ReplacementRow[] = rows.flatMap((row) => [
  row,
  { ...row, type: row.type.replace("aws_lb", "aws_alb") },
]);
