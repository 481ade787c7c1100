import { type EnvironmentFiles } from "../estate/estate";
import { type Resource } from "../estate/resource";

/** `error` fails the command, `warning` is advice. */
export type Severity = "error" | "warning";

/** One thing that must hold, in words: what `docs/rules.md` and SARIF tell of it. */
export interface RuleDescription {
  /** Fixed word that waivers, SARIF and `docs/rules.md` use; kebab-case, never renamed. */
  readonly id: string;
  /** What holds, as a claim: `Databases have no public address`. */
  readonly title: string;
  readonly severity: Severity;
  /** Ids of the same control elsewhere: Security Hub (`RDS.2`) and checkov (`CKV_AWS_17`). */
  readonly controls: readonly string[];
  /** Page of the AWS documentation, or of Terraform's, that the rule comes from. */
  readonly page: string;
  /** What can happen where it does not hold; one or two sentences. */
  readonly why: string;
  /** What to write instead, in Terraform's words; one or two sentences. */
  readonly fix: string;
}

/** One thing that must hold of synthesized files, and how it is found out. */
export interface Rule extends RuleDescription {
  /** Whether the rule holds in production only. */
  readonly onlyProduction?: true;
  /** Looks at everything that the rule is about. An empty list means that there is nothing such: not applicable. */
  check(environment: EnvironmentFiles): readonly Verdict[];
}

/** What a rule found of one resource; without `problem` it holds. */
export interface Verdict {
  readonly resource: Resource;
  readonly problem?: RuleProblem;
}

export interface RuleProblem {
  /** Attribute inside the resource, such as `setting` or `container_definitions.orders.image`. */
  readonly attribute?: string;
  /** Begins with "must". */
  readonly must: string;
  /** What is written instead; never a secret. */
  readonly got: string;
  /** What to do here, where it differs from the rule's `fix`. */
  readonly advice?: string;
}
