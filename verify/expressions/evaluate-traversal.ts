import { Absent, stepInto } from "../values/step-into";
import { isOpen, referencesIn } from "../values/plain-values";
import { Unknown, type Value } from "../values/value";
import { textFrom } from "./conversions";
import { EvaluationError } from "./evaluation-error";
import { type NameNode, type TraversalNode, type WrittenStep } from "./node";
import { type Step } from "./scope";
import { type Evaluate, type Surroundings } from "./surroundings";

/** What a name or a traversal stands for. */
export function evaluateTraversal(
  node: NameNode | TraversalNode,
  around: Surroundings,
  evaluate: Evaluate,
): Value {
  const [root, steps] = node.kind === "name" ? [node, []] : [node.root, node.steps];
  const local = root.kind === "name" ? around.names.get(root.name) : evaluate(root, around);
  const start = root.kind === "name" && local === undefined ? root.name : undefined;
  const walk = new Walk((known) =>
    start === undefined ? stepInto(local ?? null, known) : around.scope.lookup([start, ...known]),
  );
  for (const step of steps) {
    const next = stepOf(step, around, evaluate);
    if (isOpen(next)) return new Unknown(textOf(node), referencesIn([walk.value(), next]));
    walk.take(step, typeof next === "number" ? next : textFrom(next));
  }
  return walk.value();
}

/** Steps that are known, taken together as far as they mean the same one by one. */
class Walk {
  private pending: Step[] = [];
  private isInDotSplat = false;

  constructor(private stepOn: (steps: readonly Step[]) => Value) {}

  take(written: WrittenStep, step: Step): void {
    if (written.kind === "index") {
      if (step === "*") throw new EvaluationError("A key * cannot be told from a splat");
      // `a.*.b[0]` is the first of all.
      if (this.isInDotSplat) this.stop();
    }
    if (written.kind === "splat") this.isInDotSplat = !written.inBrackets;
    this.pending.push(step);
  }

  value(): Value {
    const value = this.stepOn(this.pending);
    if (value instanceof Absent) throw new EvaluationError(value.expression);
    return value;
  }

  private stop(): void {
    const value = this.value();
    this.stepOn = (steps) => stepInto(value, steps);
    this.pending = [];
    this.isInDotSplat = false;
  }
}

function textOf(node: NameNode | TraversalNode): string {
  return node.kind === "traversal" ? node.text : node.name;
}

function stepOf(step: WrittenStep, around: Surroundings, evaluate: Evaluate): Value {
  switch (step.kind) {
    case "attribute":
      return step.name;
    case "splat":
      return "*";
    case "index":
      return evaluate(step.key, around);
  }
}
