import { type Comparison } from "../compare/comparison";
import { type CostComparison } from "../cost/compare-costs";
import { type Radius } from "../guard/effect";
import { type Severity } from "../rules/rule";

/** What a report is made of. Everything but the comparison may be missing: then the report says nothing of it. */
export interface ReviewInput {
  readonly comparison: Comparison;
  /** By name of the environment. */
  readonly environments?: Readonly<Record<string, EnvironmentReview>>;
}

/** What is known of one environment's change beside its resources. */
export interface EnvironmentReview {
  /** The worst class among the planned actions. */
  readonly blast?: Radius;
  /** What the plan guard refuses. */
  readonly refusals?: readonly Refusal[];
  readonly opened?: readonly ReviewPath[];
  readonly closed?: readonly ReviewPath[];
  readonly newFindings?: readonly ReviewFinding[];
  readonly fixedFindings?: readonly ReviewFinding[];
  /** Of what is new, what `verify.json` lets pass for a time. */
  readonly waived?: readonly WaivedReviewFinding[];
  readonly cost?: CostComparison;
  /** Mermaid text of the environment with its changes coloured; without a fence. */
  readonly picture?: string;
}

export interface Refusal {
  /** `dev-data/aws_db_instance.app_database` */
  readonly place: string;
  /** Full sentence. */
  readonly why: string;
  /** What to do instead: full sentences. */
  readonly advice: string;
}

/** Who can reach whom, in the words of `verify/network/`. */
export interface ReviewPath {
  readonly from: string;
  readonly to: string;
  /** Of the last end, such as `tcp 8080`. */
  readonly ports: string;
  readonly through?: string;
  /** The reason that the environment file gives for it; `false` when it declares no such path. @default - needs no declaration */
  readonly declared?: string | false;
  /** What opens or closes it, one line each. */
  readonly why: readonly string[];
}

export interface WaivedReviewFinding extends ReviewFinding {
  readonly reason: string;
  /** Last day, `YYYY-MM-DD`. */
  readonly until: string;
}

export interface ReviewFinding {
  /** Id of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  readonly place: string;
  /** What is wrong there: "setting must be enabled, got disabled". */
  readonly text: string;
}
