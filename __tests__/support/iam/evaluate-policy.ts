import type { PolicyCondition } from "../../../contract/deploy-permission";

/** What IAM knows of one request. */
export interface IamRequest {
  readonly action: string;
  readonly resource: string;
  /** Values of condition keys; an absent key is not in the request. */
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

/** A statement that allows something. */
export interface Allowing {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions: readonly PolicyCondition[];
}

/**
 * Whether one of the statements allows a request, as IAM decides it. Only the operators that our policies use: others throw.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function isAllowed(statements: readonly Allowing[], request: IamRequest): boolean {
  return statements.some(
    ({ actions, resources, conditions }) =>
      actions.some((action) => action.toLowerCase() === request.action.toLowerCase()) &&
      resources.some((pattern) => matches(pattern, request.resource)) &&
      conditions.every((condition) => holds(condition, request.context ?? {})),
  );
}

/** Every condition of a statement must hold; one of its values is enough. */
export function holds(
  { test, variable, values }: PolicyCondition,
  context: Readonly<Record<string, readonly string[]>>,
): boolean {
  const given = valuesOf(variable, context);
  switch (test) {
    case "StringEquals":
      return given.some((one) => values.includes(one));
    case "StringLike":
    case "ArnEquals":
    case "ArnLike":
      return given.some((one) => values.some((pattern) => matches(pattern, one)));
    case "ForAllValues:StringEquals":
      return given.every((one) => values.includes(one));
    case "Null":
      return values.includes(String(given.length === 0));
    default:
      throw new Error(`${test} is not evaluated here`);
  }
}

/** Keys are not case-sensitive, values are. */
function valuesOf(variable: string, context: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const [, values = []] =
    Object.entries(context).find(([key]) => key.toLowerCase() === variable.toLowerCase()) ?? [];
  return values;
}

function matches(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, "s").test(text);
}
