import { type CloudResource } from "../../cloud/cloud-resource";
import { text } from "../../values/reading";
import { others } from "../reading/others";
import { type Change } from "../rule";

/**
 * Whether a security group may be used in a VPC: its own, or one that it is associated with.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/security-group-assoc.html
 */
export function isGroupOf(change: Change, { values: group }: CloudResource, vpc: string): boolean {
  return (
    text(group, "vpc_id") === vpc ||
    others(change, "aws_vpc_security_group_vpc_association").some(
      ({ values }) =>
        text(values, "security_group_id") === text(group, "id") && text(values, "vpc_id") === vpc,
    )
  );
}
