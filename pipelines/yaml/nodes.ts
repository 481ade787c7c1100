import { Alias, Document, Pair, Scalar, YAMLMap, YAMLSeq } from "yaml";

/** What a YAML file is made of. */
export type Value = string | number | boolean | readonly Value[] | Mapping | Anchor | Reference;

/** Keys in their order; what is undefined is left out. */
export class Mapping {
  constructor(readonly entries: readonly (Entry | undefined)[]) {}
}

export interface Entry {
  readonly key: string;
  readonly value: Value;
  /** Lines above the key. */
  readonly comment?: readonly string[];
  /** An empty line above. */
  readonly isApart?: boolean;
  /** On one line: `[build]`. */
  readonly isInline?: boolean;
}

/** A value that others refer to by a name. */
export class Anchor {
  constructor(
    readonly name: string,
    readonly value: Value,
    readonly comment: readonly string[] = [],
  ) {}
}

export class Reference {
  constructor(readonly name: string) {}
}

export function mapping(...entries: readonly (Entry | undefined)[]): Mapping {
  return new Mapping(entries);
}

/** The text of a file, with a comment at its top. */
export function writeYaml(about: readonly string[], root: Mapping): string {
  const document = new Document(nodeOf(root));
  document.commentBefore = commentOf(about);
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return text.endsWith("\n") ? text : `${text}\n`;
}

function nodeOf(value: Value): YAMLMap | YAMLSeq | Scalar | Alias {
  if (value instanceof Mapping) return mapOf(value);
  if (value instanceof Reference) return new Alias(value.name);
  if (value instanceof Anchor) return anchored(value);
  if (typeof value === "object") {
    const list = new YAMLSeq();
    list.items = value.map(nodeOf);
    return list;
  }
  const scalar = new Scalar(value);
  if (typeof value === "string" && value.includes("\n")) scalar.type = Scalar.BLOCK_LITERAL;
  return scalar;
}

function anchored({ name, value, comment }: Anchor): YAMLMap | YAMLSeq | Scalar | Alias {
  const node = nodeOf(value);
  if (!(node instanceof Alias)) node.anchor = name;
  if (comment.length > 0) node.commentBefore = commentOf(comment);
  return node;
}

function mapOf({ entries }: Mapping): YAMLMap {
  const map = new YAMLMap();
  for (const entry of entries) {
    if (!entry) continue;
    const key = new Scalar(entry.key);
    if (entry.comment) key.commentBefore = commentOf(entry.comment);
    if (entry.isApart) key.spaceBefore = true;
    const value = nodeOf(entry.value);
    if (entry.isInline && (value instanceof YAMLMap || value instanceof YAMLSeq)) value.flow = true;
    map.items.push(new Pair(key, value));
  }
  return map;
}

function commentOf(lines: readonly string[]): string {
  return lines.map((line) => ` ${line}`.trimEnd()).join("\n");
}
