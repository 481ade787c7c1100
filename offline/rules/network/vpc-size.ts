import {
  formatIpv4Block,
  hasHostBits,
  parseIpv4Block,
  withoutHostBits,
} from "../../../addressing/ipv4-block";
import { text } from "../../values/reading";
import { type Rule } from "../rule";

const largest = 16;
const smallest = 28;

/** A VPC has between 16 and 65,536 addresses, and its block starts at the first of them. */
export const vpcSize: Rule = {
  id: "vpc-size",
  types: ["aws_vpc"],
  actions: ["create", "update"],
  phase: "plan",
  documentation: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
  check({ values }) {
    const cidr = text(values, "cidr_block");
    if (cidr === undefined) return [];
    const block = parseIpv4Block(cidr);
    const refuse = (advice: string) => [
      { code: "InvalidVpc.Range", message: `The CIDR '${cidr}' is invalid.`, advice, path: ["cidr_block"] },
    ];
    if (!block) return refuse("Write an IPv4 block such as 10.10.0.0/16.");
    if (block.prefix < largest || block.prefix > smallest)
      return refuse(`A VPC is between /${largest} and /${smallest}. Choose such a block.`);
    if (hasHostBits(block))
      return refuse(`Write its first address: ${formatIpv4Block(withoutHostBits(block))}.`);
    return [];
  },
};
