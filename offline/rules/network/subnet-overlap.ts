import { blocksOverlap, parseIpv4Block } from "../../../addressing/ipv4-block";
import { text } from "../../values/reading";
import { others } from "../reading/others";
import { type Rule } from "../rule";

/** No two subnets of a VPC share an address. */
export const subnetOverlap: Rule = {
  id: "subnet-overlap",
  types: ["aws_subnet"],
  actions: ["create"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html",
  check(change) {
    const cidr = text(change.values, "cidr_block");
    const vpc = text(change.values, "vpc_id");
    const block = cidr === undefined ? undefined : parseIpv4Block(cidr);
    if (!block || vpc === undefined) return [];
    return others(change, "aws_subnet")
      .filter(({ values }) => text(values, "vpc_id") === vpc)
      .filter(({ values }) => {
        const other = parseIpv4Block(text(values, "cidr_block") ?? "");
        return other !== undefined && blocksOverlap(block, other);
      })
      .slice(0, 1)
      .map(({ values }) => ({
        code: "InvalidSubnet.Conflict",
        message: `The CIDR '${cidr}' conflicts with another subnet`,
        advice: `${text(values, "id")} has ${text(values, "cidr_block")}. Choose a block that no other subnet uses.`,
        path: ["cidr_block"],
      }));
  },
};
