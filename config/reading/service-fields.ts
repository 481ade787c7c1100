import { z } from "zod";
import { hasHostBits, parseIpv4Block } from "../../addressing/ipv4-block";
import { fargateCpus } from "../../limits/fargate-sizes";
import { quotas } from "../../limits/quotas";
import type { ServiceSettings } from "../environment";
import { alternatives } from "../../problems/did-you-mean";
import { accepts, type Fault } from "../parsing/fault";
import { claim, fields, list, matching, oneOf, text, wholeNumber } from "../parsing/fields";
import { retentionDays } from "./common-fields";
import { healthPath, hostPattern, pathPattern } from "./request-patterns";

const cpus = `Use ${alternatives(fargateCpus)}.`;
const names = (example: string) =>
  list(text(`Write a name in quotes.`), `Write a list of names, for example ["${example}"].`);

const common = {
  kind: oneOf("frontend", "backend", "worker"),
  containers: text('Write the path from environments/, for example "dev/orders.json".'),
  cpu: z
    .number({ error: () => cpus })
    .check(
      accepts((value) =>
        fargateCpus.includes(value) ? undefined : { must: "must be a Fargate size", advice: cpus },
      ),
    ),
  memoryMiB: wholeNumber(512, 122_880, "MiB"),
  architecture: oneOf("X86_64", "ARM64"),
  calls: names("backend"),
  databases: names("app"),
  outbound: list(
    fields({
      to: text('Write "internet" or a block such as "203.0.113.0/24".', findAddressFault),
      port: wholeNumber(1, 65_535),
      reason: text("Write in words what the connection is for.", findReasonFault),
    }),
    'Write a list of { to: "203.0.113.0/24", port: 443, reason: "…" }.',
  ),
  /** Read field by field: see `scalingFields`. */
  scaling: z.unknown(),
  logRetentionDays: retentionDays(),
  spotPercent: wholeNumber(0, 100, "percent"),
  exec: claim(),
  stopTimeoutSeconds: wholeNumber(2, quotas.stopTimeoutSeconds, "seconds"),
  connectionsPerTask: wholeNumber(1, 5000),
  /** Read entry by entry. */
  writableContainers: z.unknown(),
  /** Read field by field: see `deploymentFields` and `deployerFields`. */
  deployment: z.unknown(),
  deployedBy: z.unknown(),
};

const balanced = {
  ...common,
  port: wholeNumber(1, 65_535),
  /** Read field by field: see `healthCheckFields`. */
  healthCheck: z.unknown(),
  longestRequestSeconds: wholeNumber(1, 4000, "seconds"),
  deregistrationDelaySeconds: wholeNumber(0, 3600, "seconds"),
  keepAliveSeconds: wholeNumber(1, 86_400, "seconds"),
};

const routes = list(
  fields({
    path: pathPattern(),
    host: hostPattern().optional(),
    priority: wholeNumber(1, quotas.largestRulePriority).optional(),
  }),
  'Write a list of { path: "/*" }.',
).check(
  accepts((value: readonly unknown[]) =>
    value.length > 0
      ? undefined
      : {
          must: "must name at least one route",
          advice: 'Write [{ path: "/*" }], or make it a backend or worker.',
        },
  ),
);

/** All fields that services have. */
export const serviceFields = { ...balanced, routes, listenerPort: wholeNumber(1, 65_535) };

const workersLack = Object.keys(balanced).filter((key) => !Object.hasOwn(common, key));

/** Fields that a kind of service does not have. */
export const fieldsLackedBy: Readonly<Record<ServiceSettings["kind"], readonly string[]>> = {
  frontend: ["listenerPort"],
  backend: ["routes"],
  worker: [...workersLack, "routes", "listenerPort"],
};

export const scalingFields = {
  minTasks: wholeNumber(1, 5000, "tasks"),
  maxTasks: wholeNumber(1, 5000, "tasks"),
  cpuPercent: wholeNumber(1, 100, "percent"),
  memoryPercent: wholeNumber(1, 100, "percent"),
  requestsPerTarget: wholeNumber(1, 1_000_000, "requests per minute"),
};

export const healthCheckFields = {
  path: healthPath(),
  intervalSeconds: wholeNumber(5, 300, "seconds"),
  timeoutSeconds: wholeNumber(2, 120, "seconds"),
  healthyThreshold: wholeNumber(2, 10),
  unhealthyThreshold: wholeNumber(2, 10),
  graceSeconds: wholeNumber(0, 2_147_483_647, "seconds"),
  successCodes: matching(
    /^[2-4]\d\d(-[2-4]\d\d)?(,[2-4]\d\d(-[2-4]\d\d)?)*$/,
    "must be HTTP status codes between 200 and 499",
    'Use for example "200", "200,202" or "200-299".',
  ),
};

/** Shortest prefix that still names someone, rather than most of the internet. */
const shortestOutboundPrefix = 8;

function findAddressFault(value: string): Fault | undefined {
  if (value === "internet") return undefined;
  const block = parseIpv4Block(value);
  const advice = 'Use "internet" or a block such as "203.0.113.0/24".';
  if (!block) return { must: 'must be "internet" or an IPv4 block', advice };
  if (hasHostBits(block)) return { must: "must not have bits set after its prefix", advice };
  if (block.prefix >= shortestOutboundPrefix) return undefined;
  return {
    must: `must be a /${shortestOutboundPrefix} or smaller`,
    advice: 'Write "internet" if you mean that.',
  };
}

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroupRuleDescription.html */
function findReasonFault(value: string): Fault | undefined {
  if (/^[A-Za-z0-9 ._\-:/()#,@[\]+=&;{}!$*]{3,200}$/.test(value)) return undefined;
  return {
    must: "must be 3 to 200 characters that AWS allows in the description of a rule",
    advice: "Use letters, digits, spaces and ._-:/()#,@[]+=&;{}!$* only.",
  };
}
