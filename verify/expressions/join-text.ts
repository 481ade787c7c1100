import { isPlain, referencesIn } from "../values/plain-values";
import { partText } from "../values/show-value";
import { JsonText, Reference, Template, Unknown, type Value } from "../values/value";
import { EvaluationError, NotTold } from "./evaluation-error";
import { writeJson } from "./write-json";

type Part = Template["parts"][number];

/** Joins values to one text; a {@link Template} when some of them are not known. */
export function joinText(values: readonly Value[]): string | Template {
  const parts: Part[] = [];
  for (const part of values.flatMap(partsOf)) {
    const last = parts.at(-1);
    if (typeof part === "string" && typeof last === "string") parts[parts.length - 1] = last + part;
    else if (part !== "") parts.push(part);
  }
  if (parts.length === 0) return "";
  const [first] = parts;
  return parts.length === 1 && typeof first === "string" ? first : new Template(parts);
}

/** Text of a key; a key that is not known stays as it is written: `${aws_vpc.main.id}`. */
export function keyText(key: Value): string {
  const text = joinText([key]);
  return typeof text === "string" ? text : text.parts.map(partText).join("");
}

function partsOf(value: Value): readonly Part[] {
  if (isPlain(value)) return [String(value)];
  if (value instanceof Reference || value instanceof Unknown) return [value];
  if (value instanceof Template) return value.parts;
  if (value instanceof JsonText) return [jsonPart(value)];
  throw new EvaluationError("Text cannot hold a list, a map or null");
}

/** What `jsonencode` made of values that are not all known has no text yet. */
function jsonPart({ value }: JsonText): Part {
  try {
    return writeJson(value);
  } catch (error) {
    if (!(error instanceof NotTold)) throw error;
    return new Unknown("jsonencode(…)", referencesIn(value));
  }
}
