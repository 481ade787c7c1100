/**
 * A value as it is compared: references and other expressions are what is written for them, JSON text is what it holds.
 */
export type Plain = string | number | boolean | null | Written | Document | readonly Plain[] | PlainMap;

export interface PlainMap {
  readonly [key: string]: Plain;
}

/** An expression that the files cannot evaluate, such as `aws_lb.public.arn` or `"${aws_s3_bucket.logs.arn}/*"`. */
export class Written {
  constructor(
    readonly text: string,
    /** Places and attributes that it is made from, such as `["dev-network/aws_lb.public", "arn"]`. */
    readonly references: readonly WrittenReference[] = [],
  ) {}
}

export interface WrittenReference {
  readonly place: string;
  readonly attribute: string;
}

/** JSON inside of an attribute: container definitions, policies. */
export class Document {
  constructor(readonly content: Plain) {}
}

export function isPlainMap(value: Plain | undefined): value is PlainMap {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Written) &&
    !(value instanceof Document)
  );
}

export function isPlainList(value: Plain | undefined): value is readonly Plain[] {
  return Array.isArray(value);
}

/** The same text for the same value, whatever the order of its keys. */
export function keyOf(value: Plain | undefined): string {
  return JSON.stringify(canonical(value)) ?? "";
}

function canonical(value: Plain | undefined): unknown {
  if (value instanceof Written) return { "${}": value.text };
  if (value instanceof Document) return canonical(value.content);
  if (isPlainList(value)) return value.map(canonical);
  if (!isPlainMap(value)) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== null);
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, canonical(item)]),
  );
}
