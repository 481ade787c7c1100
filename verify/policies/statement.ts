import { type Value } from "../values/value";

/**
 * One statement of an IAM policy, however it was written.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html
 */
export interface Statement {
  readonly sid?: string;
  /** `Deny` only where the files say so: what is not known may allow. */
  readonly effect: "Allow" | "Deny";
  readonly actions: readonly Value[];
  readonly notActions: readonly Value[];
  readonly resources: readonly Value[];
  readonly notResources: readonly Value[];
  readonly principals: readonly Principal[];
  readonly notPrincipals: readonly Principal[];
  readonly conditions: readonly Condition[];
}

export interface Principal {
  /** `AWS`, `Service`, `Federated`, `CanonicalUser`, or `*`. */
  readonly type: string;
  readonly identifiers: readonly Value[];
}

export interface Condition {
  /** Operator, such as `StringEquals`. */
  readonly test: string;
  /** Key, such as `aws:SourceAccount`. */
  readonly variable: string;
  readonly values: readonly Value[];
}

/** How findings call a statement. */
export function nameOf(statement: Statement, position: number): string {
  return statement.sid ? `statement ${statement.sid}` : `statement ${position + 1}`;
}
