import { goMap } from "./go-json";

/** `Principal`: one text for everybody, or identifiers by type. */
export interface Principal {
  readonly type: string;
  readonly identifiers: string | readonly string[];
}

export interface Condition {
  readonly test: string;
  readonly variable: string;
  readonly values: string | readonly string[];
}

/** A statement; actions and resources of other documents are kept as they were written. */
export interface Statement {
  readonly sid: string;
  readonly effect: string;
  readonly actions?: unknown;
  readonly notActions?: unknown;
  readonly resources?: unknown;
  readonly notResources?: unknown;
  readonly principals: readonly Principal[];
  readonly notPrincipals: readonly Principal[];
  readonly conditions: readonly Condition[];
}

export interface PolicyDocument {
  readonly version: string;
  readonly id: string;
  readonly statements: readonly Statement[];
}

export const emptyDocument: PolicyDocument = { version: "", id: "", statements: [] };

/** One document over another: the later id and the higher version win, a statement replaces the one with its `Sid`. */
export function mergeDocuments(base: PolicyDocument, over: PolicyDocument): PolicyDocument {
  const statements = [...base.statements];
  for (const statement of over.statements) {
    const same = statement.sid === "" ? -1 : statements.findIndex(({ sid }) => sid === statement.sid);
    if (same === -1) statements.push(statement);
    else statements[same] = statement;
  }
  return {
    version: over.version > base.version ? over.version : base.version,
    id: over.id === "" ? base.id : over.id,
    statements,
  };
}

/** The document in IAM's own words and order; what is empty is left out. */
export function documentAsJson({ version, id, statements }: PolicyDocument): object {
  return {
    ...(version !== "" && { Version: version }),
    ...(id !== "" && { Id: id }),
    ...(statements.length > 0 && { Statement: statements.map(statementAsJson) }),
  };
}

function statementAsJson(statement: Statement): object {
  return {
    ...(statement.sid !== "" && { Sid: statement.sid }),
    ...(statement.effect !== "" && { Effect: statement.effect }),
    ...withValue("Action", statement.actions),
    ...withValue("NotAction", statement.notActions),
    ...withValue("Resource", statement.resources),
    ...withValue("NotResource", statement.notResources),
    ...(statement.principals.length > 0 && { Principal: principalsAsJson(statement.principals) }),
    ...(statement.notPrincipals.length > 0 && { NotPrincipal: principalsAsJson(statement.notPrincipals) }),
    ...(statement.conditions.length > 0 && { Condition: conditionsAsJson(statement.conditions) }),
  };
}

function withValue(name: string, value: unknown): object {
  return value === undefined || value === null ? {} : { [name]: value };
}

/**
 * Identifiers of one type are gathered; lists are written in reverse order, blocks in the order given. Only `{"*": "*"}` becomes
 * `"*"`: IAM refuses that in trust policies, where it accepts `{"AWS": "*"}`.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
function principalsAsJson(principals: readonly Principal[]): unknown {
  const [only, ...others] = principals;
  if (only?.type === "*" && others.length === 0 && [only.identifiers].flat().join("\n") === "*") return "*";
  const byType = new Map<string, string | readonly string[]>();
  for (const { type, identifiers } of principals) {
    const before = byType.get(type);
    const added = typeof identifiers === "string" ? identifiers : [...identifiers].sort().reverse();
    byType.set(type, before === undefined ? added : [before, added].flat());
  }
  return goMap(byType);
}

function conditionsAsJson(conditions: readonly Condition[]): unknown {
  const byTest = new Map<string, Map<string, readonly string[]>>();
  for (const { test, variable, values } of conditions) {
    const byVariable = byTest.get(test) ?? new Map<string, readonly string[]>();
    byVariable.set(variable, [byVariable.get(variable) ?? [], values].flat());
    byTest.set(test, byVariable);
  }
  return goMap(
    [...byTest].map(([test, byVariable]) => [
      test,
      goMap(
        [...byVariable].map(([variable, values]) => [variable, values.length === 1 ? values[0] : values]),
      ),
    ]),
  );
}
