import { createScanner, parseTree, SyntaxKind, type Node, type ParseError } from "jsonc-parser";
import type { JsonPath } from "./json-path";
import { describeSyntax } from "./json-syntax";
import { showText } from "./show-text";
import type { TextProblem } from "./text-problem";

/** Any JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One value of a parsed file, with the place where it stands. */
export interface JsonNode {
  readonly offset: number;
  readonly path: JsonPath;
  readonly value: Json;
  readonly items: readonly JsonNode[];
  readonly fields: ReadonlyMap<string, JsonField>;
}

export interface JsonField {
  readonly keyOffset: number;
  readonly node: JsonNode;
}

export type JsonDocument = { readonly root: JsonNode } | { readonly problems: readonly TextProblem[] };

const maximumDepth = 32;

/** Parses strict JSON and keeps the place of every value; duplicate and dangerous keys are problems. */
export function parseJsonDocument(text: string): JsonDocument {
  const tooDeep = findTooDeep(text);
  if (tooDeep) return { problems: [tooDeep] };
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  if (!tree || errors.length > 0) return { problems: describeSyntax(text, errors) };
  const problems: TextProblem[] = [];
  const root = convert(tree, [], problems);
  return problems.length > 0 ? { problems } : { root };
}

/** The node at a path, undefined where the file has none. */
export function nodeAt(root: JsonNode, path: JsonPath): JsonNode | undefined {
  return path.reduce<JsonNode | undefined>(
    (node, part) => (typeof part === "number" ? node?.items[part] : node?.fields.get(part)?.node),
    root,
  );
}

/** The parser recurses, so depth is measured first, token by token: a million brackets must not overflow the stack. */
function findTooDeep(text: string): TextProblem | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    if (token === SyntaxKind.OpenBraceToken || token === SyntaxKind.OpenBracketToken) depth += 1;
    if (token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken) depth -= 1;
    if (depth > maximumDepth) {
      return {
        offset: scanner.getTokenOffset(),
        must: `must be nested at most ${maximumDepth} levels deep`,
        got: `level ${depth}`,
        advice: "Flatten it: about six levels are ever needed.",
      };
    }
  }
  return undefined;
}

function convert(tree: Node, path: JsonPath, problems: TextProblem[]): JsonNode {
  const children = tree.children ?? [];
  if (tree.type === "array") {
    const items = children.map((child, index) => convert(child, [...path, index], problems));
    return { offset: tree.offset, path, value: items.map(({ value }) => value), items, fields: new Map() };
  }
  if (tree.type === "object") {
    const fields = convertFields(children, path, problems);
    const value = Object.fromEntries([...fields].map(([key, { node }]) => [key, node.value]));
    return { offset: tree.offset, path, value, items: [], fields };
  }
  return { offset: tree.offset, path, value: scalar(tree.value), items: [], fields: new Map() };
}

function convertFields(
  properties: readonly Node[],
  path: JsonPath,
  problems: TextProblem[],
): Map<string, JsonField> {
  const fields = new Map<string, JsonField>();
  const repeated = new Set<string>();
  for (const { children } of properties) {
    const [keyNode, valueNode] = children ?? [];
    if (!keyNode || !valueNode) continue;
    const key = String(keyNode.value);
    const earlier = fields.get(key);
    const field = { keyOffset: keyNode.offset, node: convert(valueNode, [...path, key], problems) };
    if (dangerousKeys.has(key)) problems.push(dangerousKey(key, field));
    else if (!earlier) fields.set(key, field);
    else {
      if (!repeated.has(key)) problems.push(repeatedKey(key, earlier));
      problems.push(repeatedKey(key, field));
      repeated.add(key);
    }
  }
  return fields;
}

const dangerousKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

function dangerousKey(key: string, { keyOffset, node: { path } }: JsonField): TextProblem {
  const must = "must not be a key to which JavaScript gives a meaning of its own";
  return { offset: keyOffset, path, must, got: showText(key), advice: "Choose another key." };
}

function repeatedKey(key: string, { keyOffset, node: { path } }: JsonField): TextProblem {
  const must = "must be the only field with this key, because JSON readers keep just one of two";
  return { offset: keyOffset, path, must, got: `${showText(key)} twice`, advice: "Remove one of the two." };
}

function scalar(value: unknown): Json {
  const isScalar = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return isScalar ? value : null;
}
