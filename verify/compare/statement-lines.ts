import { Document, isPlainList, isPlainMap, type Plain, type PlainMap } from "./plain";
import { showValue, visible } from "./show-value";

/** What a field of a statement holds, by principal type or by condition. */
type Row = readonly [subject: string, held: Plain];

/** Fields that are told value by value, of a data source and of a policy in JSON. */
const principalFields = ["principals", "not_principals", "Principal", "NotPrincipal"];
const rowsOf: Readonly<Record<string, (value: Plain) => readonly Row[]>> = {
  ...Object.fromEntries(principalFields.map((field) => [field, principals])),
  condition: conditions,
  Condition: conditions,
};

/**
 * The statements of a policy that say whom they are about, such as who may take on a role: of a whole document, or the one that a
 * value is. None for any other value.
 */
export function statementsWithPrincipals(value: Plain): readonly PlainMap[] {
  const content = value instanceof Document ? value.content : value;
  if (!isPlainMap(content)) return [];
  const held = content["statement"] ?? content["Statement"] ?? content;
  return listOf(held)
    .filter(isPlainMap)
    .filter((statement) => principalsOf(statement).length > 0);
}

/** Whether every principal is a service of AWS. */
export function isForServices(statement: PlainMap): boolean {
  return principalsOf(statement).every(([type]) => type === "Service");
}

/** A line for each principal and for each value of a condition: in one long value, they would be cut. Secrets must be hidden before. */
export function statementLines(statement: PlainMap): readonly string[] {
  return Object.entries(statement)
    .filter(([, value]) => value !== null)
    .toSorted(([a], [b]) => rank(a) - rank(b))
    .flatMap(([field, value]) => {
      const rows = rowsOf[field]?.(value) ?? [["", value] as const];
      return rows.flatMap(([subject, held]) => {
        const label = visible(subject === "" ? field : `${field} ${subject}`);
        const values = field in rowsOf ? listOf(held) : [held];
        return values.map((one) => `${label}: ${showValue(one)}`);
      });
    });
}

/** What is allowed, to whom, when. */
function rank(field: string): number {
  return principalFields.includes(field) ? 1 : field in rowsOf ? 2 : 0;
}

function principalsOf(statement: PlainMap): readonly Row[] {
  return principalFields.flatMap((field) => principals(statement[field] ?? null));
}

function principals(value: Plain): readonly Row[] {
  if (value === null) return [];
  if (isPlainMap(value) && !("identifiers" in value)) return Object.entries(value);
  return listOf(value).map((block): Row =>
    isPlainMap(block) ? [textOf(block["type"]), block["identifiers"] ?? null] : ["", block],
  );
}

function conditions(value: Plain): readonly Row[] {
  if (isPlainMap(value) && !("variable" in value))
    return Object.entries(value).flatMap(([test, keys]) =>
      isPlainMap(keys)
        ? Object.entries(keys).map(([key, held]): Row => [`${test} ${key}`, held])
        : [[test, keys] as const],
    );
  return listOf(value).map((block): Row =>
    isPlainMap(block)
      ? [`${textOf(block["test"])} ${textOf(block["variable"])}`, block["values"] ?? null]
      : ["", block],
  );
}

function textOf(value: Plain | undefined): string {
  return typeof value === "string" ? value : showValue(value ?? null);
}

/** Terraform JSON writes a block that stands once as an object or as a list of one. */
function listOf(value: Plain): readonly Plain[] {
  return isPlainList(value) ? value : [value];
}
