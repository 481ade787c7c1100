import { JsonText, Reference, Template, type Unknown, type Value, type ValueMap } from "../values/value";
import { fieldsOf, isMap } from "../values/fields-of";
import { isUnset, itemsOf } from "../values/plain-values";
import { readPolicyData } from "./read-policy-data";
import { type Condition, type Principal, type Statement } from "./statement";

/**
 * The statements of a policy document: the JSON of a data source, what `jsonencode` is given, or JSON text.
 *
 * Undefined when the files do not tell the document.
 */
export function readDocument(value: Value | undefined): readonly Statement[] | undefined {
  if (value instanceof JsonText) return readDocument(value.value);
  if (value instanceof Reference) return readReference(value);
  if (value instanceof Template) return readDocument(parseTemplate(value));
  if (typeof value === "string") return readDocument(parseJson(value));
  if (!isMap(value)) return undefined;
  const statements = value["Statement"];
  return isUnset(statements) || !itemsOf(statements).every(isMap)
    ? undefined
    : itemsOf(statements).map((statement) => readStatement(fieldsOf(statement)));
}

/** Follows a reference to the data source, or to the attribute of another resource with a document in it. */
function readReference({ resource, attribute }: Reference): readonly Statement[] | undefined {
  if (resource.type === "aws_iam_policy_document") return readPolicyData(resource, readDocument);
  return resource.mode === "managed" ? readDocument(resource.values[attribute]) : undefined;
}

function readStatement(statement: ValueMap): Statement {
  const { Sid: sid } = statement;
  return {
    ...(typeof sid === "string" && sid !== "" && { sid }),
    effect: statement["Effect"] === "Deny" ? "Deny" : "Allow",
    actions: itemsOf(statement["Action"]),
    notActions: itemsOf(statement["NotAction"]),
    resources: itemsOf(statement["Resource"]),
    notResources: itemsOf(statement["NotResource"]),
    principals: readPrincipals(statement["Principal"]),
    notPrincipals: readPrincipals(statement["NotPrincipal"]),
    conditions: Object.entries(fieldsOf(statement["Condition"])).flatMap(readConditions),
  };
}

function readPrincipals(value: Value | undefined): readonly Principal[] {
  if (isUnset(value)) return [];
  if (!isMap(value)) return [{ type: value === "*" ? "*" : "AWS", identifiers: [value] }];
  return Object.entries(value).map(([type, identifiers]) => ({ type, identifiers: itemsOf(identifiers) }));
}

function readConditions([test, keys]: readonly [string, Value]): readonly Condition[] {
  return Object.entries(fieldsOf(keys)).map(([variable, values]) => ({
    test,
    variable,
    values: itemsOf(values),
  }));
}

function parseJson(text: string): Value | undefined {
  try {
    const parsed: Value = JSON.parse(text);
    return isMap(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** JSON text with interpolations: they stand in it as marks while it is parsed. */
function parseTemplate({ parts }: Template): Value | undefined {
  const unknown: (Reference | Unknown)[] = [];
  const text = parts.map((part) => {
    if (typeof part === "string") return part;
    unknown.push(part);
    return `\uE000${unknown.length - 1}\uE001`;
  });
  const parsed = parseJson(text.join(""));
  return parsed && putBack(parsed, unknown);
}

function putBack(value: Value, unknown: readonly (Reference | Unknown)[]): Value {
  if (typeof value === "string") {
    const parts = value
      .split(/\uE000(\d+)\uE001/)
      .map((part, index) => (index % 2 ? (unknown[Number(part)] ?? "") : part));
    const [only, ...others] = parts.filter((part) => part !== "");
    if (only === undefined) return "";
    return others.length === 0 ? only : new Template(parts.filter((part) => part !== ""));
  }
  if (isMap(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, putBack(item, unknown)]));
  }
  return Array.isArray(value) ? value.map((item: Value) => putBack(item, unknown)) : value;
}
