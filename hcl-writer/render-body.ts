import { plainShape, type BodyShape } from "./body-shape";
import { isJsonObject, type JsonObject, type JsonValue } from "./json-value";
import { backendShape, dynamicShape, provisionerShape, resourceShape } from "./known-shapes";
import { renderAssignments, type Assignment } from "./render-assignments";
import { escapeTemplates, renderKey, renderReference } from "./render-string";
import { renderAssigned, renderValue } from "./render-value";

/** Renders `keyword "label" {` with a body, indented for `depth`; no empty line around it. */
export function renderBlock(header: string, body: JsonObject, shape: BodyShape, depth: number): string {
  const inner = renderBody(body, shape, depth + 1);
  const indent = "  ".repeat(depth);
  return inner === "" ? `${indent}${header} {}\n` : `${indent}${header} {\n${inner}${indent}}\n`;
}

/**
 * Renders the inside of a block: meta-arguments, attributes in their own order, nested blocks, meta-blocks.
 *
 * Nested blocks, and attributes that come before or after their usual place, are set off by an empty line.
 */
function renderBody(body: JsonObject, shape: BodyShape, depth: number): string {
  const first = new Set(shape.first);
  const last = new Set(shape.last);
  const sections: string[] = [];
  const blocks: string[] = [];
  const attributes: Assignment[] = [];
  for (const [name, value] of entriesOf(body)) {
    if (first.has(name) || last.has(name)) continue;
    const nested = renderNestedBlocks(name, value, shape, depth);
    if (nested === undefined) attributes.push(renderAttribute(name, value, shape, depth));
    else blocks.push(...nested);
  }
  const meta = [...first].flatMap((name) => {
    const value = body[name];
    return value === undefined ? [] : [renderAttribute(name, value, shape, depth)];
  });
  sections.push(renderAssignments(meta, depth), renderAssignments(attributes, depth), ...blocks);
  for (const name of last) {
    const value = body[name];
    if (value === undefined) continue;
    const nested = renderNestedBlocks(name, value, shape, depth);
    sections.push(...(nested ?? [renderAssignments([renderAttribute(name, value, shape, depth)], depth)]));
  }
  return sections.filter((section) => section !== "").join("\n");
}

/** cdktf keeps its own notes (construct path, stack trace) under "//". */
function entriesOf(body: JsonObject): [string, JsonValue][] {
  return Object.entries(body).filter(([name]) => name !== "//");
}

function renderAttribute(name: string, value: JsonValue, shape: BodyShape, depth: number): Assignment {
  if (!/^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(name)) {
    throw new Error(`${JSON.stringify(name)} is not a name Terraform accepts for an argument.`);
  }
  if (shape.references?.has(name)) return { key: name, value: renderReferences(value, depth) };
  const isLiteral = shape.literals?.has(name) ?? false;
  return { key: name, value: renderAssigned(isLiteral ? escapeTemplates(value) : value, depth) };
}

function renderReferences(value: JsonValue, depth: number): string {
  if (typeof value === "string") return renderReference(value);
  if (Array.isArray(value)) {
    const line = `[${value.map((item) => renderReferences(item, depth)).join(", ")}]`;
    if (line.length <= 100) return line;
    const lines = value.map((item) => `${"  ".repeat(depth + 1)}${renderReferences(item, depth + 1)},\n`);
    return `[\n${lines.join("")}${"  ".repeat(depth)}]`;
  }
  if (isJsonObject(value)) {
    const assignments = Object.entries(value).map(([key, item]) => ({
      key: /^[\w.-]+$/.test(key) ? key : renderKey(key),
      value: renderReferences(item, depth + 1),
    }));
    return `{\n${renderAssignments(assignments, depth + 1)}${"  ".repeat(depth)}}`;
  }
  return renderValue(value, depth);
}

/** Renders a property as blocks, or says that it is an attribute. */
function renderNestedBlocks(
  name: string,
  value: JsonValue,
  shape: BodyShape,
  depth: number,
): string[] | undefined {
  if (isLabelled(name, value, shape)) return renderLabelledBlocks(name, value, shape, depth);
  const nested = shape.blocks.get(name) ?? untypedShape(value, shape);
  const bodies = bodiesOf(value);
  // An expression, or a list without an element (which can mean "none", as for the rules of a security group).
  if (nested === undefined || bodies === undefined || bodies.length === 0) return undefined;
  return bodies.map((body) => renderBlock(name, body, nested, depth));
}

function untypedShape(value: JsonValue, shape: BodyShape): BodyShape | undefined {
  const isBlock = shape.untyped === "objects" || (shape.untyped === "lists" && Array.isArray(value));
  return isBlock ? { blocks: new Map(), untyped: shape.untyped } : undefined;
}

/** The bodies of blocks that JSON holds as one object or as a list of objects. */
function bodiesOf(value: JsonValue): JsonObject[] | undefined {
  if (isJsonObject(value)) return [value];
  return Array.isArray(value) && value.every(isJsonObject) ? value : undefined;
}

const labelledBlocks = new Set(["provisioner", "backend", "provider_meta", "data"]);

function isLabelled(name: string, value: JsonValue, shape: BodyShape): boolean {
  if (name === "dynamic")
    return bodiesOf(value)?.every((body) => Object.values(body).every(isDynamic)) ?? false;
  return labelledBlocks.has(name) && (shape.last?.includes(name) ?? false);
}

function isDynamic(value: JsonValue): boolean {
  return isJsonObject(value) ? "content" in value : Array.isArray(value) && value.every(isDynamic);
}

function renderLabelledBlocks(name: string, value: JsonValue, shape: BodyShape, depth: number): string[] {
  return (bodiesOf(value) ?? []).flatMap((byLabel) =>
    Object.entries(byLabel).flatMap(([label, nested]) => {
      const header = `${name} ${JSON.stringify(label)}`;
      // A data source inside a check carries two labels: type and name.
      if (name === "data") return renderLabelledBlocks(header, nested, shape, depth);
      const bodies = bodiesOf(nested) ?? [];
      return bodies.map((body) => renderBlock(header, body, labelledShape(name, label, shape), depth));
    }),
  );
}

function labelledShape(name: string, label: string, shape: BodyShape): BodyShape {
  if (name === "dynamic") {
    return dynamicShape({ untyped: "lists", ...(shape.blocks.get(label) ?? { blocks: new Map() }) });
  }
  if (name === "provisioner") return provisionerShape;
  if (name === "backend") return label === "remote" ? backendShape : plainShape;
  return name.startsWith("data ") ? resourceShape : plainShape;
}
