import { type Resource } from "../estate/resource";
import { blocksOf, isUnset, itemsOf } from "../values/plain-values";
import { type Value, type ValueMap } from "../values/value";
import { writtenText } from "../values/written-text";
import { type Condition, type Principal, type Statement } from "./statement";

type ReadDocument = (value: Value | undefined) => readonly Statement[] | undefined;

/**
 * The statements of a data source `aws_iam_policy_document`, with those that it takes from others.
 *
 * Undefined as soon as one of its sources is not known.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
export function readPolicyData(
  { values }: Resource,
  readDocument: ReadDocument,
): readonly Statement[] | undefined {
  const readAll = (names: readonly string[]): readonly (readonly Statement[] | undefined)[] =>
    names.flatMap((name) => itemsOf(values[name])).map(readDocument);
  const sources = readAll(["source_json", "source_policy_documents"]);
  const overrides = readAll(["override_json", "override_policy_documents"]);
  const written = values["statement"];
  const own =
    isUnset(written) || itemsOf(written).length === blocksOf(values, "statement").length
      ? blocksOf(values, "statement").map(readStatement)
      : undefined;
  let statements: readonly Statement[] = [];
  for (const next of [...sources, own, ...overrides]) {
    if (next === undefined) return undefined;
    statements = override(statements, next);
  }
  return statements;
}

/** A later statement takes the place of an earlier one with the same `sid`. */
function override(before: readonly Statement[], after: readonly Statement[]): readonly Statement[] {
  const replaced = new Set(after.flatMap(({ sid }) => sid ?? []));
  return [...before.filter(({ sid }) => sid === undefined || !replaced.has(sid)), ...after];
}

function readStatement(statement: ValueMap): Statement {
  const { sid } = statement;
  return {
    ...(typeof sid === "string" && sid !== "" && { sid }),
    effect: statement["effect"] === "Deny" ? "Deny" : "Allow",
    actions: itemsOf(statement["actions"]),
    notActions: itemsOf(statement["not_actions"]),
    resources: itemsOf(statement["resources"]),
    notResources: itemsOf(statement["not_resources"]),
    principals: blocksOf(statement, "principals").map(readPrincipal),
    notPrincipals: blocksOf(statement, "not_principals").map(readPrincipal),
    conditions: blocksOf(statement, "condition").map(readCondition),
  };
}

function readPrincipal({ type, identifiers }: ValueMap): Principal {
  return { type: writtenText(type ?? null) ?? "", identifiers: itemsOf(identifiers) };
}

function readCondition({ test, variable, values }: ValueMap): Condition {
  return {
    test: writtenText(test ?? null) ?? "",
    variable: writtenText(variable ?? null) ?? "",
    values: itemsOf(values),
  };
}
