import { isOpen, referencesIn } from "../values/plain-values";
import { isMap } from "../values/fields-of";
import { Unknown, type Value } from "../values/value";
import { listFrom } from "./conversions";
import { EvaluationError } from "./evaluation-error";
import { functions } from "./functions/functions";
import { type CallNode, type Node } from "./node";
import { orUnknown } from "./or-unknown";
import { type Scope } from "./scope";

/** What a function makes of its arguments. */
export function evaluateCall(node: CallNode, evaluate: (part: Node) => Value, scope: Scope): Value {
  if (node.name === "try") return firstThatWorks(node, evaluate);
  if (node.name === "can") return works(node, evaluate);
  const given = node.arguments.map(evaluate);
  if (node.name === "file" || node.name === "templatefile") return fromFile(node, given, scope);
  const apply = functions.get(node.name);
  const values = node.expands ? expand(given) : given;
  if (apply === undefined || values === undefined) return new Unknown(node.text, referencesIn(given));
  if (values.length < apply.length) throw new EvaluationError(`Too few arguments: ${node.text}`);
  return orUnknown(node.text, given, () => apply(...values));
}

/** Its text, or what the template in it makes of the variables. */
function fromFile({ name, text }: CallNode, given: readonly Value[], scope: Scope): Value {
  const [path, variables] = given;
  const content = typeof path === "string" ? scope.file?.(path) : undefined;
  if (content === undefined) return new Unknown(text, referencesIn(given));
  if (name === "file") return content;
  return isMap(variables) && scope.template
    ? scope.template(content, variables)
    : new Unknown(text, referencesIn(given));
}

function firstThatWorks(node: CallNode, evaluate: (part: Node) => Value): Value {
  for (const part of node.arguments) {
    try {
      return evaluate(part);
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error;
    }
  }
  throw new EvaluationError(`Nothing of it works: ${node.text}`);
}

function works(node: CallNode, evaluate: (part: Node) => Value): Value {
  try {
    const value = firstThatWorks(node, evaluate);
    return value instanceof Unknown ? new Unknown(node.text, value.references) : true;
  } catch (error) {
    if (error instanceof EvaluationError) return false;
    throw error;
  }
}

/** Arguments with the last one, a list, spread; undefined when its length is not known. */
function expand(given: readonly Value[]): readonly Value[] | undefined {
  const last = given.at(-1);
  if (last === undefined || isOpen(last)) return undefined;
  return [...given.slice(0, -1), ...listFrom(last)];
}
