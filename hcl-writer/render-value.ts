import { isJsonObject, type JsonObject, type JsonValue } from "./json-value";
import { renderAssignments } from "./render-assignments";
import { isHeredocText, renderHeredoc } from "./render-heredoc";
import { renderKey, renderString } from "./render-string";

const longestList = 100;

/** Renders what follows the equals sign of an attribute or a key, which may take several lines. */
export function renderAssigned(value: JsonValue, depth: number): string {
  const heredoc = typeof value === "string" ? renderHeredoc(value, depth) : undefined;
  return heredoc ?? renderValue(value, depth);
}

/**
 * Renders a value as an HCL expression.
 *
 * The first line carries no indentation, because it follows an equals sign; the others are indented for `depth`.
 * The layout hardly depends on the length of what is inside, so that a changed variable is a change of one line.
 */
export function renderValue(value: JsonValue, depth: number): string {
  if (Array.isArray(value)) return renderList(value, depth);
  if (isJsonObject(value)) return renderObject(value, depth);
  return renderScalar(value);
}

function renderScalar(value: string | number | boolean | null): string {
  return typeof value === "string" ? renderString(value) : JSON.stringify(value);
}

function renderList(values: readonly JsonValue[], depth: number): string {
  if (values.every(isScalar)) {
    const line = `[${values.map(renderScalar).join(", ")}]`;
    if (line.length <= longestList) return line;
  }
  const indent = "  ".repeat(depth + 1);
  const lines = values.map((value) => `${indent}${renderElement(value, depth + 1)},\n`);
  return `[\n${lines.join("")}${"  ".repeat(depth)}]`;
}

function renderElement(value: JsonValue, depth: number): string {
  return isPair(value) ? renderPair(value) : renderValue(value, depth);
}

function renderObject(value: JsonObject, depth: number): string {
  const entries = Object.entries(value);
  if (entries.length === 0) return "{}";
  const assignments = entries.map(([key, item]) => ({
    key: renderKey(key),
    value: renderAssigned(item, depth + 1),
  }));
  return `{\n${renderAssignments(assignments, depth + 1)}${"  ".repeat(depth)}}`;
}

function isScalar(value: JsonValue): value is string | number | boolean | null {
  return typeof value !== "object" || value === null;
}

function isScalarOfOneLine(value: JsonValue): boolean {
  return isScalar(value) && !(typeof value === "string" && isHeredocText(value));
}

/** An element such as a variable or a secret of a container: at most two scalars, on one line whatever their length. */
function isPair(value: JsonValue): value is Record<string, string | number | boolean | null> {
  if (!isJsonObject(value)) return false;
  const items = Object.values(value);
  return items.length > 0 && items.length <= 2 && items.every(isScalarOfOneLine);
}

function renderPair(value: Readonly<Record<string, string | number | boolean | null>>): string {
  const items = Object.entries(value).map(([key, item]) => `${renderKey(key)} = ${renderScalar(item)}`);
  return `{ ${items.join(", ")} }`;
}
