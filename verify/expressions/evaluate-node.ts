import { isOpen, referencesIn } from "../values/plain-values";
import { Unknown, type Value } from "../values/value";
import { booleanFrom } from "./conversions";
import { evaluateCall } from "./evaluate-call";
import { evaluateFor } from "./evaluate-for";
import { evaluateOperation } from "./evaluate-operation";
import { evaluateTraversal } from "./evaluate-traversal";
import { joinText, keyText } from "./join-text";
import { type ConditionalNode, type Node } from "./node";
import { orUnknown } from "./or-unknown";
import { type Surroundings } from "./surroundings";

/** The value of an expression. */
export function evaluateNode(node: Node, around: Surroundings): Value {
  const evaluate = (part: Node): Value => evaluateNode(part, around);
  switch (node.kind) {
    case "literal":
      return node.value;
    case "template": {
      const [only, ...others] = node.parts;
      // `"${x}"` is x itself, which need not be text.
      return only !== undefined && others.length === 0 ? evaluate(only) : joinText(node.parts.map(evaluate));
    }
    case "name":
    case "traversal":
      return evaluateTraversal(node, around, evaluateNode);
    case "list":
      return node.items.map(evaluate);
    case "object":
      return Object.fromEntries(
        node.entries.map(([key, value]): [string, Value] => [keyText(evaluate(key)), evaluate(value)]),
      );
    case "call":
      return evaluateCall(node, evaluate, around.scope);
    case "operation": {
      const values = node.operands.map(evaluate);
      return orUnknown(node.text, values, () => evaluateOperation(node.operator, values));
    }
    case "conditional":
      return evaluateConditional(node, evaluate);
    case "for":
      return evaluateFor(node, around, evaluateNode);
  }
}

function evaluateConditional(node: ConditionalNode, evaluate: (part: Node) => Value): Value {
  const condition = evaluate(node.condition);
  if (!isOpen(condition)) return evaluate(booleanFrom(condition) ? node.then : node.otherwise);
  return new Unknown(node.text, referencesIn([condition, evaluate(node.then), evaluate(node.otherwise)]));
}
