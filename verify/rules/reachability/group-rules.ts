import { type Block, contains, isPrivate, parseBlock } from "../../network/block";
import { allPorts, formatPorts, subtractPorts } from "../../network/ports";
import { readNetwork } from "../../network/read-network";
import { type Direction, type SecurityRule } from "../../network/security-rule";
import { type EnvironmentFiles } from "../../estate/estate";
import { type Rule, type RuleDescription, type Verdict } from "../rule";

/** What must hold of every rule of security groups in one direction. */
interface GroupExpectation extends RuleDescription {
  readonly direction: Direction;
  readonly isAbout: (rule: SecurityRule) => boolean;
  readonly holds: (rule: SecurityRule, vpcs: readonly Block[]) => boolean;
  /** Begins with "must". */
  readonly must: string;
}

const page = "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html";
const webPorts = [80, 443].map((port) => ({ protocol: "tcp", from: port, to: port }) as const);

const expectations: readonly GroupExpectation[] = [
  {
    id: "balancer-ports",
    title: "Nothing but ports 80 and 443 is open to everyone",
    severity: "error",
    controls: [
      "EC2.13",
      "EC2.14",
      "EC2.18",
      "EC2.19",
      "EC2.53",
      "EC2.54",
      "CKV_AWS_24",
      "CKV_AWS_25",
      "CKV_AWS_260",
    ],
    page: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-18",
    why: "Every port that is open to everyone is tried within minutes; web ports alone have a load balancer's defences in front.",
    fix: "Name the peers: a security group, or the blocks of those who call.",
    direction: "incoming",
    isAbout: ({ peer }) => peer.kind === "block" && !isPrivate(peer.block),
    holds: ({ peer, ports }) =>
      peer.kind !== "block" || !isEveryone(peer.block) || subtractPorts(ports, webPorts).length === 0,
    must: "must open no port but 80 and 443 to everyone",
  },
  {
    id: "security-group-open-to-vpc",
    title: "Security groups let in other groups, not whole networks",
    severity: "warning",
    controls: [],
    page,
    why: "A rule for a whole network lets in whatever is put there later, too.",
    fix: "Refer to the security group of the caller.",
    direction: "incoming",
    isAbout: ({ peer }) => peer.kind === "block" && isPrivate(peer.block),
    holds: ({ peer }, vpcs) => peer.kind !== "block" || !isWholeNetwork(peer.block, vpcs),
    must: "must not let in a whole network",
  },
  {
    id: "security-group-all-ports",
    title: "Security groups let in single ports",
    severity: "error",
    controls: ["CKV_AWS_277"],
    page,
    why: "What else listens there, such as a debugger or an administration page, is reached as well.",
    fix: "Name the port that is served, one rule for each.",
    direction: "incoming",
    isAbout: () => true,
    holds: isNotEveryPort,
    must: "must name its ports",
  },
  {
    id: "security-group-egress-all-ports",
    title: "Security groups let out single ports to the internet",
    severity: "warning",
    controls: ["CKV_AWS_382"],
    page,
    why: "A task that was taken over can send data anywhere, by any protocol.",
    fix: "Name the port and, where they are known, the addresses that are called.",
    direction: "outgoing",
    isAbout: ({ peer }) => peer.kind === "block" && !isPrivate(peer.block),
    holds: isNotEveryPort,
    must: "must name its ports",
  },
];

/** Rules about single rules of security groups, whether or not anything uses the group. */
export const groupRules: readonly Rule[] = expectations.map(
  ({ direction, isAbout, holds, must, ...rule }) => ({
    ...rule,
    check: (environment) => {
      const vpcs = blocksOfVpcs(environment);
      return readNetwork(environment)
        .securityRules.filter((one) => one.direction === direction && isAbout(one))
        .flatMap((one): Verdict[] => {
          if (!one.resource) return [];
          if (holds(one, vpcs)) return [{ resource: one.resource }];
          return [{ resource: one.resource, problem: { must, got: tell(one) } }];
        });
    },
  }),
);

function isNotEveryPort({ ports, untold }: SecurityRule): boolean {
  return untold !== undefined || ports.every(({ from, to }) => to - from < 65_000);
}

/** Halves of all addresses are a known way around a check for `0.0.0.0/0`. */
function isEveryone({ prefix }: Block): boolean {
  return prefix <= 8;
}

function isWholeNetwork(block: Block, vpcs: readonly Block[]): boolean {
  const isLarge = block.prefix <= (block.family === 4 ? 16 : 48);
  return isLarge || vpcs.some((vpc) => contains(block, vpc));
}

function blocksOfVpcs(environment: EnvironmentFiles): readonly Block[] {
  return environment.all("aws_vpc").flatMap(({ values }) => {
    const block = values["cidr_block"];
    return typeof block === "string" ? (parseBlock(block) ?? []) : [];
  });
}

function tell({ direction, ports, peer }: SecurityRule): string {
  const every = subtractPorts(allPorts, ports).length === 0 ? "every port" : formatPorts(ports);
  const other = peer.kind === "group" ? peer.group.name : peer.text;
  return `${every} ${direction === "incoming" ? "from" : "to"} ${other}`;
}
