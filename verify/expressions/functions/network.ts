import {
  blockSize,
  formatIpv4Block,
  parseIpv4Block,
  withoutHostBits,
  type Ipv4Block,
} from "../../../addressing/ipv4-block";
import { type Value } from "../../values/value";
import { numberFrom, textFrom } from "../conversions";
import { EvaluationError, NotTold } from "../evaluation-error";
import { type FunctionTable } from "./function";

export const networkFunctions: FunctionTable = {
  cidrsubnet: (block, newBits, number) => formatIpv4Block(subnet(blockFrom(block), newBits, number)),
  cidrsubnets: (block, ...newBits) => {
    const outer = blockFrom(block);
    let next = outer.base;
    return newBits.map((bits) => {
      const prefix = outer.prefix + numberFrom(bits);
      const size = blockSize({ base: 0, prefix });
      const base = Math.ceil(next / size) * size;
      next = base + size;
      if (prefix > 32 || next > outer.base + blockSize(outer))
        throw new EvaluationError("No room for such subnets in the block");
      return formatIpv4Block({ base, prefix });
    });
  },
  cidrhost: (block, number) => {
    const outer = blockFrom(block);
    const wanted = numberFrom(number);
    const offset = wanted < 0 ? blockSize(outer) + wanted : wanted;
    if (offset < 0 || offset >= blockSize(outer)) throw new EvaluationError("No such address in the block");
    return formatIpv4Block({ base: outer.base + offset, prefix: 32 }).replace("/32", "");
  },
};

function subnet(outer: Ipv4Block, newBits: Value, number: Value): Ipv4Block {
  const prefix = outer.prefix + numberFrom(newBits);
  const position = numberFrom(number);
  const size = blockSize({ base: 0, prefix });
  if (prefix > 32 || position < 0 || position >= blockSize(outer) / size)
    throw new EvaluationError("No such subnet in the block");
  return { base: outer.base + position * size, prefix };
}

/** IPv6 is left to Terraform. */
function blockFrom(value: Value): Ipv4Block {
  const text = textFrom(value);
  if (text.includes(":")) throw new NotTold();
  const block = parseIpv4Block(text);
  if (block === undefined) throw new EvaluationError("A CIDR block is needed");
  return withoutHostBits(block);
}
