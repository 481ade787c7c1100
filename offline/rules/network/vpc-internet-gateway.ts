import { text } from "../../values/reading";
import { others } from "../reading/others";
import { type Change } from "../rule";

/** Whether an internet gateway is attached to a VPC. */
export function hasInternetGateway(change: Change, vpc: string): boolean {
  return ["aws_internet_gateway", "aws_internet_gateway_attachment"].some((type) =>
    others(change, type).some(({ values }) => text(values, "vpc_id") === vpc),
  );
}
