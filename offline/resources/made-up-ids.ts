import { asText } from "../values/reading";
import { type Values } from "../values/value";
import { type AwsContext } from "./behaviour";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const alphabets = {
  digits: "0123456789",
  capitals: `${letters}0123456789`,
  alphanumeric: `${letters}${letters.toLowerCase()}0123456789`,
};

/** An id of EC2's form: `vpc-` and 17 hexadecimal digits, of which the first is 0. */
export function ec2Id(prefix: string, aws: AwsContext, purpose?: string): string {
  return `${prefix}-0${aws.hex(16, purpose)}`;
}

/** A version 4 UUID, as KMS and ACM use them. */
export function uuid(aws: AwsContext, purpose?: string): string {
  const hex = aws.hex(30, `uuid ${purpose ?? ""}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-a${hex.slice(15, 18)}-${hex.slice(18, 30)}`;
}

/** Signs of an alphabet that no other resource gets; `capitals` and `alphanumeric` include digits. */
export function madeUp(
  alphabet: keyof typeof alphabets,
  length: number,
  aws: AwsContext,
  purpose = "",
): string {
  const signs = alphabets[alphabet];
  const hex = aws.hex(length * 4, `${alphabet} ${purpose}`);
  return Array.from({ length }, (_, at) => {
    return signs.charAt(parseInt(hex.slice(at * 4, at * 4 + 4), 16) % signs.length);
  }).join("");
}

/**
 * The name that a resource gets: its own, or the prefix (the provider's own is `terraform-`) and the 26 digits that the provider
 * appends.
 */
export function nameOrPrefixed(given: Values, aws: AwsContext, attribute = "name"): string {
  const name = asText(given[attribute]);
  if (name !== undefined && name !== "") return name;
  return `${asText(given[`${attribute}_prefix`]) || "terraform-"}${madeUp("digits", 26, aws, attribute)}`;
}
