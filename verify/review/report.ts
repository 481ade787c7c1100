import { type ResourceChange, type SettingChange } from "../compare/comparison";
import { type CostComparison, type CostDirection } from "../cost/compare-costs";
import { type Radius } from "../guard/effect";
import { type ActionCounts } from "./count-actions";
import { type Refusal, type ReviewFinding, type ReviewPath, type WaivedReviewFinding } from "./review-input";

/** A report as data: what its renderers, and machines, read. It holds no secret. */
export interface Report {
  /** Environments with a change, in the order of the stacks. */
  readonly environments: readonly EnvironmentSummary[];
  /** Names of the environments without one. */
  readonly unchanged: readonly string[];
  /** What would be gone for good; the first thing to read. */
  readonly losses: readonly Loss[];
  readonly refusals: readonly Refusal[];
  /** What changes, each said once with the environments that it changes in. */
  readonly sections: readonly Section[];
  readonly pictures: readonly { readonly environment: string; readonly mermaid: string }[];
}

export interface EnvironmentSummary {
  readonly name: string;
  readonly existence: "added" | "removed" | "both";
  readonly counts: ActionCounts;
  /** How many resources would be gone for good with what is in them. */
  readonly lost: number;
  readonly opened: number;
  /** Of those that open: how many no environment file declares. */
  readonly undeclared: number;
  readonly closed: number;
  readonly newErrors: number;
  readonly newWarnings: number;
  readonly fixedFindings: number;
  readonly waived: number;
  readonly refused: number;
  readonly blast?: Radius;
  readonly cost?: CostDirection;
}

export interface Loss {
  /** `dev-data/aws_db_instance.app_database` */
  readonly place: string;
  readonly type: string;
  readonly what: string;
  readonly action: ResourceChange["action"];
  readonly forcedBy: readonly string[];
}

/** What changes in the same way in some environments. */
export interface Section {
  readonly environments: readonly string[];
  readonly changes: readonly StackChange[];
  readonly opened: readonly ReviewPath[];
  readonly closed: readonly ReviewPath[];
  readonly newFindings: readonly ReviewFinding[];
  readonly fixedFindings: readonly ReviewFinding[];
  readonly waived: readonly WaivedReviewFinding[];
  readonly costs: readonly CostComparison[];
}

/** A change in a stack; `stack` is its name without the environment. */
export type StackChange =
  | { readonly stack: string; readonly resource: ResourceChange }
  | { readonly stack: string; readonly setting: SettingChange }
  | { readonly stack: string; readonly whole: "added" | "removed"; readonly resources: number };
