import { referencesIn } from "./plain-values";
import { showValue } from "./show-value";
import { JsonText, Reference, Unknown, type Value } from "./value";

/** Where a value comes from, without the text in it, which may be secret: `var.containers`, `templatefile(…)`. */
export function showSource(value: Value): string {
  if (value instanceof Unknown) {
    return /^[\w.[\]*-]+$/.test(value.expression) ? value.expression : shorten(value.expression);
  }
  if (value instanceof Reference) return showValue(value);
  if (value instanceof JsonText) return "jsonencode(…)";
  const references = [...new Set(referencesIn(value).map(showValue))];
  return references.length === 0 ? "text" : `text with ${references.join(", ")}`;
}

function shorten(expression: string): string {
  const [call] = /^\w+(?=\()/.exec(expression) ?? [];
  return call === undefined ? "an expression" : `${call}(…)`;
}
