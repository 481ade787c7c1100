import { environmentOf } from "../../terraform/stacks/select-stacks";
import { verifyFile } from "../settings/verify-file";
import { isAddressOf, type Waiver } from "../settings/waiver";
import { type Finding } from "./finding";
import { waiverRules } from "./waiver-rules";

/** A finding that may stay for a time. */
export interface WaivedFinding extends Finding {
  readonly waiver: Waiver;
}

/** What was looked at: a waiver for anything else is left alone. */
export interface WaiverScope {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Ids of the rules that ran. */
  readonly rules: ReadonlySet<string>;
  /** Names of the stacks that were looked at, where it was not all of them. */
  readonly stacks?: readonly string[];
}

export interface WaiverOutcome {
  /** Those that no waiver is for. */
  readonly findings: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
  /** Waivers that have expired, or that are for nothing. */
  readonly problems: readonly Finding[];
}

/** Takes out what waivers are for. Each waiver must be for something, and still hold. */
export function applyWaivers(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  scope: WaiverScope,
): WaiverOutcome {
  const expired = waivers.filter(({ expires }) => expires < scope.today);
  const valid = waivers.filter((waiver) => !expired.includes(waiver));
  const used = new Set<Waiver>();
  const open: Finding[] = [];
  const waived: WaivedFinding[] = [];
  for (const finding of findings) {
    const matching = finding.isFailure ? [] : valid.filter((waiver) => isFor(waiver, finding));
    matching.forEach((waiver) => used.add(waiver));
    const [waiver] = matching;
    if (waiver) waived.push({ ...finding, waiver });
    else open.push(finding);
  }
  const unused = valid.filter((waiver) => !used.has(waiver) && isInScope(waiver, scope));
  return {
    findings: open,
    waived,
    problems: [
      ...expired.map((waiver) =>
        problem("waiver-expired", waiver, "must still hold", `${waiver.expires} as its last day`),
      ),
      ...unused.map((waiver) => problem("waiver-unused", waiver, "must be for something", "no such finding")),
    ],
  };
}

function isFor({ rule, address }: Waiver, finding: Finding): boolean {
  return rule === finding.rule && isAddressOf(address, finding.place);
}

/** Of a part of the stacks nobody can tell whether a waiver for all of them is for something. */
function isInScope({ rule, address }: Waiver, { rules, stacks }: WaiverScope): boolean {
  return rules.has(rule) && (stacks?.includes(stackOf(address)) ?? true);
}

function problem(id: keyof typeof waiverRules, waiver: Waiver, must: string, got: string): Finding {
  const { severity, fix } = waiverRules[id];
  const stack = stackOf(waiver.address);
  return {
    rule: id,
    severity,
    environment: stack === "*" ? "*" : environmentOf(stack),
    place: waiver.address,
    attribute: `waiver of ${waiver.rule}`,
    must,
    got,
    advice: fix,
    file: verifyFile,
    line: waiver.line,
  };
}

function stackOf(address: string): string {
  return address.split("/")[0] ?? address;
}
