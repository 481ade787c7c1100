import { isOpen, isPlain } from "../../values/plain-values";
import { JsonText, type Value } from "../../values/value";
import { numberFrom, textFrom } from "../conversions";
import { EvaluationError, NotTold } from "../evaluation-error";
import { joinText } from "../join-text";
import { writeJson } from "../write-json";

const verb = /%(?:%|(-?)(0?)(\d*)(?:\.(\d+))?([a-zA-Z]))/g;

/** What `format` makes, https://developer.hashicorp.com/terraform/language/functions/format; rare verbs are left to Terraform. */
export function format(pattern: string, given: readonly Value[]): Value {
  const parts: Value[] = [];
  let [next, end] = [0, 0];
  for (const match of pattern.matchAll(verb)) {
    parts.push(pattern.slice(end, match.index));
    end = match.index + match[0].length;
    if (match[0] === "%%") parts.push("%");
    else {
      const value = given[next++];
      if (value === undefined) throw new EvaluationError("format has too few arguments");
      parts.push(formatOne(value, match));
    }
  }
  return joinText([...parts, pattern.slice(end)]);
}

function formatOne(value: Value, [, left, zeros, width, digits, kind]: RegExpExecArray): Value {
  const show = digits === undefined || kind === "f" ? shown.get(kind ?? "") : undefined;
  if (show === undefined) throw new NotTold();
  if (!width) return show(value, digits);
  const text = textFrom(show(value, digits));
  if (left) return text.padEnd(Number(width));
  return text.padStart(Number(width), zeros ? "0" : " ");
}

const shown = new Map<string, (value: Value, digits: string | undefined) => Value>([
  ["s", (value) => value],
  ["v", (value) => (isOpen(value) || isPlain(value) || value instanceof JsonText ? value : writeJson(value))],
  ["d", (value) => Math.trunc(numberFrom(value))],
  ["f", (value, digits = "6") => numberFrom(value).toFixed(Number(digits))],
  ["q", (value) => writeJson(textFrom(value))],
  ["t", (value) => value],
  ["x", (value) => numberFrom(value).toString(16)],
]);
