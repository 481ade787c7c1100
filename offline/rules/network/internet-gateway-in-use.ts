import { type CloudResource } from "../../cloud/cloud-resource";
import { nameSome } from "../reading/dependents";
import { isSet, items, text, texts } from "../../values/reading";
import { byId, others } from "../reading/others";
import { type Change, type Rule } from "../rule";

/** An internet gateway is detached once nothing in the VPC has a public address. */
export const internetGatewayInUse: Rule = {
  id: "internet-gateway-in-use",
  types: ["aws_internet_gateway"],
  actions: ["delete"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DetachInternetGateway.html",
  check(change) {
    const vpc = text(change.values, "vpc_id");
    const found = vpc === undefined ? [] : publicAddresses(change, vpc);
    if (found.length === 0) return [];
    return [
      {
        code: "DependencyViolation",
        message: `Network ${vpc} has some mapped public address(es). Please unmap those public address(es) before detaching the gateway.`,
        advice: `${nameSome(found)} has public addresses. Delete that first.`,
      },
    ];
  },
};

function publicAddresses(change: Change, vpc: string): readonly CloudResource[] {
  const isInVpc = (subnet: string | undefined) => {
    const found = byId(change, "aws_subnet", subnet);
    return found !== undefined && text(found.values, "vpc_id") === vpc;
  };
  return [
    ...others(change, "aws_nat_gateway")
      .filter(({ values }) => text(values, "connectivity_type") !== "private")
      .filter(({ values }) => isInVpc(text(values, "subnet_id"))),
    ...others(change, "aws_lb")
      .filter(({ values }) => !isSet(values, "internal"))
      .filter(({ values }) => texts(values, "subnets").some(isInVpc)),
    ...others(change, "aws_ecs_service").filter(({ values }) => hasPublicTasks(values, isInVpc)),
  ];
}

function hasPublicTasks(
  values: CloudResource["values"],
  isInVpc: (subnet: string | undefined) => boolean,
): boolean {
  return items(values, "network_configuration").some(
    (network) => isSet(network, "assign_public_ip") && texts(network, "subnets").some(isInVpc),
  );
}
