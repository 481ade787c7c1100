import { isOpen } from "../values/plain-values";
import { type Value } from "../values/value";
import { booleanFrom, numberFrom } from "./conversions";
import { EvaluationError, NotTold } from "./evaluation-error";
import { sameness } from "./sameness";

type Operation = (left: Value, right: Value) => Value;

const arithmetic =
  (calculate: (left: number, right: number) => number | boolean): Operation =>
  (left, right) =>
    calculate(numberFrom(left), numberFrom(right));

const binary = new Map<string, Operation>([
  ["||", (left, right) => isDecided(left, right, true) || booleanFrom(left) || booleanFrom(right)],
  ["&&", (left, right) => !isDecided(left, right, false) && booleanFrom(left) && booleanFrom(right)],
  ["==", (left, right) => areSame(left, right)],
  ["!=", (left, right) => !areSame(left, right)],
  ["<", arithmetic((left, right) => left < right)],
  [">", arithmetic((left, right) => left > right)],
  ["<=", arithmetic((left, right) => left <= right)],
  [">=", arithmetic((left, right) => left >= right)],
  ["+", arithmetic((left, right) => left + right)],
  ["-", arithmetic((left, right) => left - right)],
  ["*", arithmetic((left, right) => left * right)],
  ["/", arithmetic((left, right) => left / whenNotZero(right))],
  ["%", arithmetic((left, right) => left % whenNotZero(right))],
]);

/** The result of a unary or binary operator. */
export function evaluateOperation(operator: string, [left = null, right]: readonly Value[]): Value {
  if (right === undefined) return operator === "!" ? !booleanFrom(left) : -numberFrom(left);
  const operation = binary.get(operator);
  if (operation === undefined) throw new EvaluationError(`No operator ${operator}`);
  return operation(left, right);
}

/** One side that is known can decide, whatever the other side is. */
function isDecided(left: Value, right: Value, decisive: boolean): boolean {
  return [left, right].some((side) => !isOpen(side) && booleanFrom(side) === decisive);
}

function areSame(left: Value, right: Value): boolean {
  const same = sameness(left, right);
  if (same === undefined) throw new NotTold();
  return same;
}

function whenNotZero(number: number): number {
  if (number === 0) throw new EvaluationError("Division by zero");
  return number;
}
