import { readJson } from "../values/read-json";
import { Reference, type Value, type ValueMap } from "../values/value";
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
  if (value instanceof Reference) return readReference(value);
  const document = isMap(value) ? value : readJson(value);
  if (!isMap(document)) return undefined;
  const statements = document["Statement"];
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
