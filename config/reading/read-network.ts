import { hasHostBits, isPrivateBlock, parseIpv4Block, privateRanges } from "../../addressing/ipv4-block";
import { formatIpv4Block, withoutHostBits } from "../../addressing/ipv4-block";
import { largestVpcPrefix, smallestVpcPrefix, zoneSlot } from "../../addressing/subnet-plan";
import type { Draft } from "../draft";
import type { NetworkSettings } from "../environment";
import { accepts, type Fault } from "../parsing/fault";
import { claim, list, matching, oneOf, text } from "../parsing/fields";
import { FieldReader, type Report } from "../parsing/field-reader";
import { retentionDays } from "./common-fields";

/** `network`. */
export function readNetwork(
  input: unknown,
  production: boolean | undefined,
  report: Report,
): Draft<NetworkSettings> {
  const fields = new FieldReader(networkFields, input, "network", report, { required: ["cidr"] });
  return {
    cidr: fields.required("cidr"),
    zones: fields.or("zones", ["a", "b"])?.toSorted(),
    nat: fields.or("nat", "none"),
    endpoints: fields.or("endpoints", []),
    flowLogs: fields.or("flowLogs", production ? "ALL" : "REJECT"),
    encryptLogs: fields.or("encryptLogs", production ?? false),
    logRetentionDays: fields.or("logRetentionDays", production ? 365 : 30),
  };
}

const networkFields = {
  cidr: text('Write an IPv4 block, for example "10.10.0.0/16".', findBlockFault),
  zones: list(
    matching(
      /^[a-f]$/,
      "must be a zone letter from a to f",
      'Write the last letter of the zone, for example "a".',
    ),
    'Write zone letters, for example ["a", "b"].',
  ).check(accepts(findZonesFault)),
  nat: oneOf("none", "single", "per-zone"),
  endpoints: list(
    oneOf(
      "ecr.api",
      "ecr.dkr",
      "logs",
      "secretsmanager",
      "ssm",
      "ssmmessages",
      "kms",
      "sqs",
      "sns",
      "monitoring",
    ),
    'Write names of AWS services, for example ["sqs"].',
  ),
  flowLogs: oneOf("ALL", "REJECT"),
  encryptLogs: claim(),
  logRetentionDays: retentionDays(),
};

function findBlockFault(value: string): Fault | undefined {
  const block = parseIpv4Block(value);
  if (!block)
    return { must: "must be an IPv4 block", advice: 'Write address and length, for example "10.10.0.0/16".' };
  if (!isPrivateBlock(block)) {
    const must = "must be a private block (RFC 1918)";
    return { must, advice: `Choose a /16 inside ${privateRanges.join(", ")}.` };
  }
  if (hasHostBits(block)) {
    const must = "must not have bits set after its prefix";
    return { must, advice: `Use ${formatIpv4Block(withoutHostBits(block))}.` };
  }
  if (block.prefix < largestVpcPrefix) {
    return { must: `must be at most a /${largestVpcPrefix}, the largest VPC of AWS`, advice: "Use a /16." };
  }
  if (block.prefix <= smallestVpcPrefix) return undefined;
  const must = `must be at least a /${smallestVpcPrefix}, because load balancers need subnets of /27`;
  return { must, advice: "Use a /16; private addresses cost nothing." };
}

function findZonesFault(zones: readonly string[]): Fault | undefined {
  if (zones.length < 2 || zones.length > 3) {
    return { must: "must be two or three zones", advice: 'Use ["a", "b"] or ["a", "b", "c"].' };
  }
  if (new Set(zones.map(zoneSlot)).size === zones.length) return undefined;
  const must = "must not pair a with e, or b with f, which share a part of the address plan";
  return { must, advice: "Replace one of the two by c or d." };
}
