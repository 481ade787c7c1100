import { text } from "../../values/reading";
import { others } from "../reading/others";
import { type Rule } from "../rule";

/** A VPC has one internet gateway. */
export const internetGatewaySecond: Rule = {
  id: "internet-gateway-second",
  types: ["aws_internet_gateway", "aws_internet_gateway_attachment"],
  actions: ["create", "update"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AttachInternetGateway.html",
  check(change) {
    const vpc = text(change.values, "vpc_id");
    if (vpc === undefined) return [];
    const gateway = text(change.values, "internet_gateway_id");
    const attached = [
      ...others(change, "aws_internet_gateway").filter(({ values }) => text(values, "id") !== gateway),
      ...others(change, "aws_internet_gateway_attachment"),
    ];
    if (!attached.some(({ values }) => text(values, "vpc_id") === vpc)) return [];
    return [
      {
        code: "InvalidParameterValue",
        message: `Network ${vpc} already has an internet gateway attached`,
        advice: "Use the internet gateway that the VPC has, or detach it first.",
        path: ["vpc_id"],
      },
    ];
  },
};
