import { didYouMean, nearest } from "../../problems/did-you-mean";
import { latestDay, shortestReason, type KnownNames } from "./settings-schema";

const copyRule = "Copy it from a finding, or from docs/rules.md.";

/** Two parts of the problem of a field that is not as it must be. */
export interface FieldPhrase {
  readonly must: string;
  readonly advice: string;
}

/**
 * What is said of the fields of `verify.json`, by their paths: `[]` stands for any index, `*` for a key that people choose.
 * The fields that an object may have are those below it.
 */
export function fieldPhrases({ today }: KnownNames): Readonly<Record<string, FieldPhrase>> {
  const object = "must be an object";
  const list = "must be a list";
  const reason = {
    must: `must be a reason of at least ${shortestReason} characters`,
    advice: "Say why it may stay, for the one who reads this in a year.",
  };
  const end = {
    must: "must be the end of a path",
    advice: 'Write "internet", a CIDR block, "service.<name>" or "database.<name>".',
  };
  const waiver = "Write an object with rule, address, reason and expires.";
  const path = "Write an object with from, to, port and reason.";
  return {
    "": { must: object, advice: "Write an object with waivers, environments or warnings." },
    waivers: { must: list, advice: "Write a list of waivers, each with rule, address, reason and expires." },
    "waivers[]": { must: object, advice: waiver },
    "waivers[].rule": { must: "must be the id of a rule", advice: copyRule },
    "waivers[].address": {
      must: "must be a place, with * only for a whole stack or instance key",
      advice: "Copy it from a finding: dev-network/aws_lb.public, or */aws_subnet.public[*] for all of them.",
    },
    "waivers[].reason": reason,
    "waivers[].expires": {
      must: "must be a day, as YYYY-MM-DD, at most one year ahead",
      advice: `Write its last day, ${latestDay(today)} at the latest.`,
    },
    environments: { must: object, advice: "Write an object by names of environments." },
    "environments.*": { must: object, advice: 'Write an object such as { "production": true }.' },
    "environments.*.production": {
      must: "must be true or false",
      advice: "Write true where the stricter rules of production hold.",
    },
    "environments.*.paths": {
      must: list,
      advice: "Write a list of paths, each with from, to, port and reason.",
    },
    "environments.*.paths[]": { must: object, advice: path },
    "environments.*.paths[].from": end,
    "environments.*.paths[].to": end,
    "environments.*.paths[].port": {
      must: "must be a port from 1 to 65535",
      advice: "Write the port of the last end.",
    },
    "environments.*.paths[].through": {
      must: "must be a load balancer",
      advice: 'Write "balancer.<name>", or leave it out where there is none between the ends.',
    },
    "environments.*.paths[].reason": { must: "must be text", advice: "Say what the path is for." },
    warnings: { must: object, advice: "Write an object of reasons by ids of rules." },
    "warnings.*": reason,
  };
}

/** What is said of names that are not known, by the path of the field or, for keys, of their object. */
export function namePhrases(known: KnownNames): Readonly<Record<string, (given: string) => FieldPhrase>> {
  const { rules, advice = rules, environments = [] } = known;
  return {
    "waivers[].rule": (given) => ({ must: "must be the id of a rule", advice: idMeant(given, rules) }),
    warnings: (given) => ({
      must: rules.includes(given) ? "must be the id of a rule over files" : "must be the id of a rule",
      advice: rules.includes(given) ? "Waive what it finds, each for a time." : idMeant(given, advice),
    }),
    environments: (given) => ({
      must: "must be an environment that was synthesized",
      advice: didYouMean(given, environments),
    }),
  };
}

/** There are too many rules to list them. */
function idMeant(given: string, ids: readonly string[]): string {
  return nearest(given, ids) === undefined ? copyRule : didYouMean(given, ids);
}
