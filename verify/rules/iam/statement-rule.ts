import { policiesOf, type Policy } from "../../policies/policies-of";
import { type PolicyKind } from "../../policies/policy-attributes";
import { nameOf, type Statement } from "../../policies/statement";
import { type Rule, type RuleDescription, type Verdict } from "../rule";

/** What a statement that allows something must not say. */
export interface StatementExpectation extends RuleDescription {
  readonly kinds: readonly PolicyKind[];
  /** Begins with "must". */
  readonly must: string;
  /** What of the statement breaks the rule, in words; undefined where it holds. */
  readonly wrong: (statement: Statement, policy: Policy) => string | undefined;
  /** Which statements it is about; all that allow something when absent. */
  readonly isAbout?: (statement: Statement, policy: Policy) => boolean;
}

/** A rule about statements. Documents that the files do not tell are told by the rule `policies-can-be-read` alone. */
export function statementRule({ kinds, must, wrong, isAbout, ...rule }: StatementExpectation): Rule {
  const verdicts = (policy: Policy): readonly Verdict[] => {
    const { resource, attribute, statements = [] } = policy;
    const allowing = statements.flatMap((statement, position) =>
      statement.effect === "Allow" && (isAbout?.(statement, policy) ?? true) ? [{ statement, position }] : [],
    );
    const problems = allowing.flatMap(({ statement, position }): readonly Verdict[] => {
      const got = wrong(statement, policy);
      if (got === undefined) return [];
      return [{ resource, problem: { attribute, must, got: `${got} in ${nameOf(statement, position)}` } }];
    });
    return problems.length === 0 && allowing.length > 0 ? [{ resource }] : problems;
  };
  return {
    ...rule,
    check: (environment) =>
      policiesOf(environment)
        .filter(({ kind }) => kinds.includes(kind))
        .flatMap(verdicts),
  };
}
