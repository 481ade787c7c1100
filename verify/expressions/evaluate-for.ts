import { isMap } from "../values/fields-of";
import { isOpen, referencesIn } from "../values/plain-values";
import { Unknown, type Value } from "../values/value";
import { booleanFrom, entriesFrom, listFrom } from "./conversions";
import { joinText, keyText } from "./join-text";
import { type ForNode } from "./node";
import { type Evaluate, type Surroundings } from "./surroundings";

interface Round {
  readonly key: Value;
  readonly value: Value;
}

/** What a `for` makes: a list, a map, or the text of a `%{for}` directive. */
export function evaluateFor(node: ForNode, around: Surroundings, evaluate: Evaluate): Value {
  const collection = evaluate(node.collection, around);
  const inside = (item: Value, key: Value): Surroundings => {
    const names = new Map(around.names).set(node.valueName, item);
    if (node.keyName !== undefined) names.set(node.keyName, key);
    return { ...around, names };
  };
  const rounds: Round[] = [];
  for (const [key, item] of isOpen(collection) ? [] : entriesOf(collection)) {
    const within = inside(item, key);
    const condition = node.condition ? evaluate(node.condition, within) : true;
    if (isOpen(condition)) return unknown(node, [collection, condition], inside, evaluate);
    if (!booleanFrom(condition)) continue;
    rounds.push({
      key: node.key ? evaluate(node.key, within) : null,
      value: evaluate(node.value, within),
    });
  }
  if (isOpen(collection)) return unknown(node, [collection], inside, evaluate);
  return gather(node, rounds);
}

function entriesOf(collection: Value): readonly (readonly [Value, Value])[] {
  return isMap(collection) ? entriesFrom(collection) : [...listFrom(collection).entries()];
}

/** Carries the references of the collection and of what is made from it. */
function unknown(
  node: ForNode,
  seen: readonly Value[],
  inside: (item: Value, key: Value) => Surroundings,
  evaluate: Evaluate,
): Unknown {
  const names = inside(new Unknown(node.valueName), new Unknown(node.keyName ?? ""));
  const parts = [node.key, node.value, node.condition].flatMap((part) => (part ? [part] : []));
  return new Unknown(node.text, referencesIn([...seen, ...parts.map((part) => evaluate(part, names))]));
}

function gather({ makes, groups }: ForNode, rounds: readonly Round[]): Value {
  const values = rounds.map(({ value }) => value);
  if (makes === "list") return values;
  if (makes === "text") return joinText(values);
  if (!groups) return Object.fromEntries(rounds.map(({ key, value }) => [keyText(key), value]));
  const grouped = new Map<string, Value[]>();
  for (const { key, value } of rounds) {
    const name = keyText(key);
    grouped.set(name, [...(grouped.get(name) ?? []), value]);
  }
  return Object.fromEntries(grouped);
}
