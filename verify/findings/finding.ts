import { type Severity } from "../rules/rule";

/** Something that does not hold, in the four parts of a problem. */
export interface Finding {
  /** Id of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  /** `dev` of `dev-network`; `*` for what is about all of them. */
  readonly environment: string;
  /** Where: `dev-network/aws_lb.public`, or the name of a stack or environment. */
  readonly place: string;
  readonly constructPath?: string;
  /** Attribute inside the resource. */
  readonly attribute?: string;
  /** Begins with "must". */
  readonly must: string;
  readonly got: string;
  readonly advice: string;
  /** Path from the project's root, with `/`. */
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  /** Whether the rule itself failed, so that nobody knows whether it holds. Nothing can waive that. */
  readonly isFailure?: true;
}

/** By environment, errors first, then by place: the order of every report. */
export function sortFindings<F extends Finding>(findings: readonly F[]): readonly F[] {
  return findings.toSorted((a, b) => {
    const [keysOfA, keysOfB] = [sortKeys(a), sortKeys(b)];
    const different = keysOfA.findIndex((key, index) => key !== keysOfB[index]);
    return different < 0 ? 0 : (keysOfA[different] ?? "") < (keysOfB[different] ?? "") ? -1 : 1;
  });
}

/** The sentence that every format says of a finding. */
export function sentence({ attribute, must, got, advice }: Finding): string {
  return `${attribute === undefined ? "" : `${attribute} `}${must}, got ${got}. ${advice}`;
}

function sortKeys({ environment, severity, place, rule, attribute = "", must, got }: Finding): string[] {
  return [environment, severity, place, rule, attribute, must, got];
}
