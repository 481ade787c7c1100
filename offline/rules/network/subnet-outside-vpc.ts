import { blockContains, parseIpv4Block } from "../../../addressing/ipv4-block";
import { text } from "../../values/reading";
import { byId, others } from "../reading/others";
import { type Rule } from "../rule";

/** A subnet is a part of a block of its VPC, between /16 and /28. */
export const subnetOutsideVpc: Rule = {
  id: "subnet-outside-vpc",
  types: ["aws_subnet"],
  actions: ["create"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html",
  check(change) {
    const cidr = text(change.values, "cidr_block");
    const vpc = byId(change, "aws_vpc", text(change.values, "vpc_id"));
    if (cidr === undefined || !vpc) return [];
    const block = parseIpv4Block(cidr);
    const secondary = others(change, "aws_vpc_ipv4_cidr_block_association")
      .filter(({ values }) => text(values, "vpc_id") === text(vpc.values, "id"))
      .map(({ values }) => text(values, "cidr_block"));
    const known = [text(vpc.values, "cidr_block"), ...secondary].filter((one) => one !== undefined);
    const outer = known.map(parseIpv4Block).filter((one) => one !== undefined);
    if (block && block.prefix <= 28 && outer.some((one) => blockContains(one, block))) return [];
    return [
      {
        code: "InvalidSubnet.Range",
        message: `The CIDR '${cidr}' is invalid.`,
        advice: `Choose a block of /16 to /28 inside the VPC's ${known.join(" or ")}.`,
        path: ["cidr_block"],
      },
    ];
  },
};
