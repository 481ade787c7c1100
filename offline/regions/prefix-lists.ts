import { createHash } from "node:crypto";

const known: Readonly<Record<string, string>> = {
  "com.amazonaws.us-east-1.s3": "pl-63a5400a",
  "com.amazonaws.us-east-1.dynamodb": "pl-02cd2c6b",
  "com.amazonaws.us-west-2.s3": "pl-68a54001",
  "com.amazonaws.us-west-2.dynamodb": "pl-00a54069",
  "com.amazonaws.eu-west-1.s3": "pl-6da54004",
  "com.amazonaws.eu-west-1.dynamodb": "pl-6fa54006",
  "com.amazonaws.eu-central-1.s3": "pl-6ea54007",
  "com.amazonaws.eu-central-1.dynamodb": "pl-66a5400f",
};

/** The prefix list of a gateway endpoint's service, by the name of both; made up where AWS's is not known, but always the same. */
export function awsPrefixListId(name: string, region: string): string {
  const digest = () => createHash("sha512").update(`${name}\n${region}`).digest("hex").slice(0, 8);
  return known[name] ?? `pl-${digest()}`;
}

/** Stand for the addresses in AWS's own lists, which change without notice: blocks kept free for documentation (RFC 5737). */
export const prefixListCidrs: readonly string[] = ["192.0.2.0/24", "198.51.100.0/24"];
