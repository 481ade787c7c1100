import { isRecord } from "../is-record";

/** A condition of a statement: `{ test: "StringEquals", variable: "iam:PassedToService", values: [...] }`. */
export interface Condition {
  readonly test: string;
  readonly variable: string;
  readonly values: readonly string[];
}

/** What somebody may do; there are no statements that deny. */
export interface Statement {
  readonly sid?: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions?: readonly Condition[];
}

/** What a call needs: one action on one resource, with the values that conditions can ask for. */
export interface Check {
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
}

/** The statement that allows it. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html */
export function allowing(statements: readonly Statement[], check: Check): Statement | undefined {
  return statements.find(
    ({ actions, resources, conditions = [] }) =>
      actions.some((pattern) => matches(check.action.toLowerCase(), pattern.toLowerCase())) &&
      resources.some((pattern) => matches(check.resource, pattern)) &&
      conditions.every((condition) => holds(condition, check.context)),
  );
}

/** The statements of a policy document, as IAM has it. */
export function readPolicy(json: string): readonly Statement[] {
  const document: unknown = JSON.parse(json);
  const statements = isRecord(document) ? listOf(document["Statement"]) : [];
  return statements.filter(isRecord).map((statement) => {
    if (statement["Effect"] !== "Allow") throw new Error("only statements that allow are understood");
    return {
      ...(typeof statement["Sid"] === "string" ? { sid: statement["Sid"] } : {}),
      actions: listOf(statement["Action"]).map(String),
      resources: listOf(statement["Resource"]).map(String),
      conditions: readConditions(statement["Condition"]),
    };
  });
}

function readConditions(block: unknown): readonly Condition[] {
  return Object.entries(isRecord(block) ? block : {}).flatMap(([test, keys]) =>
    Object.entries(isRecord(keys) ? keys : {}).map(([variable, values]) => ({
      test,
      variable,
      values: listOf(values).map(String),
    })),
  );
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

type Comparison = (value: string, pattern: string) => boolean;

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const comparisons: Readonly<Record<string, Comparison>> = {
  StringEquals: (value, pattern) => value === pattern,
  StringLike: matches,
  ArnEquals: matches,
  ArnLike: matches,
  Bool: (value, pattern) => value === pattern,
};

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html */
function holds({ test, variable, values }: Condition, context: Check["context"]): boolean {
  const known = Object.entries(context).find(([key]) => key.toLowerCase() === variable.toLowerCase())?.[1];
  const [, set, name = "", ifExists] = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(test) ?? [];
  if (name === "Null") return values.includes(String(known === undefined || known.length === 0));
  const compare = comparisons[name];
  if (!compare) throw new Error(`the condition operator ${test} is not understood`);
  const isMet = (value: string): boolean => values.some((pattern) => compare(value, pattern));
  if (set === "ForAllValues") return (known ?? []).every(isMet);
  if (known === undefined) return ifExists !== undefined;
  return known.some(isMet);
}

/** `*` is any text, `?` one character. */
function matches(value: string, pattern: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, "s").test(value);
}
