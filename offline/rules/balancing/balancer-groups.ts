import { balancerVpc } from "./balancer-vpc";
import { isGroupOf } from "../security-groups/group-vpcs";
import { text, texts } from "../../values/reading";
import { byId } from "../reading/others";
import { type Rule } from "../rule";

/** Security groups of a balancer are of its VPC. */
export const balancerGroups: Rule = {
  id: "balancer-groups",
  types: ["aws_lb", "aws_alb"],
  actions: ["create", "update"],
  phase: "apply",
  documentation:
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html",
  check(change) {
    const vpc = balancerVpc(change, change.values);
    const groups = texts(change.values, "security_groups").map((id) =>
      byId(change, "aws_security_group", id),
    );
    if (vpc === undefined) return [];
    const foreign = groups.find((group) => group !== undefined && !isGroupOf(change, group, vpc));
    if (!foreign) return [];
    return [
      {
        code: "InvalidConfigurationRequest",
        message: "One or more security groups are invalid",
        advice: `${text(foreign.values, "id")} is in ${text(foreign.values, "vpc_id")}, the balancer in ${vpc}. Choose groups of ${vpc}.`,
        path: ["security_groups"],
      },
    ];
  },
};
