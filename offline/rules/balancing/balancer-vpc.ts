import { text, texts } from "../../values/reading";
import { byId } from "../reading/others";
import { type Change } from "../rule";
import { type Values } from "../../values/value";

/** VPC of a balancer: where its subnets are. */
export function balancerVpc(change: Change, balancer: Values): string | undefined {
  const subnets = texts(balancer, "subnets").map((id) => byId(change, "aws_subnet", id));
  return subnets.map((subnet) => subnet && text(subnet.values, "vpc_id")).find((vpc) => vpc !== undefined);
}
