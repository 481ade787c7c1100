import { type Condition, type PolicyDocument, type Principal, type Statement } from "./policy-model";

/**
 * Reads a policy that somebody wrote as JSON. Names may be in any case, what IAM does not know is dropped.
 *
 * @throws SyntaxError in the words of the provider, which decodes with Go.
 */
export function parseDocument(json: string): PolicyDocument {
  const document = asFields(parse(json), "document");
  return {
    version: asString(document.get("version"), "Version"),
    id: asString(document.get("id"), "Id"),
    statements: asList(document.get("statement"), "Statement").map(parseStatement),
  };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new SyntaxError(error instanceof Error ? error.message : String(error));
  }
}

function parseStatement(written: unknown): Statement {
  const statement = asFields(written, "Statement");
  return {
    sid: asString(statement.get("sid"), "Statement.Sid"),
    effect: asString(statement.get("effect"), "Statement.Effect"),
    actions: statement.get("action"),
    notActions: statement.get("notaction"),
    resources: statement.get("resource"),
    notResources: statement.get("notresource"),
    principals: parsePrincipals(statement.get("principal")),
    notPrincipals: parsePrincipals(statement.get("notprincipal")),
    conditions: parseConditions(statement.get("condition")),
  };
}

function parsePrincipals(written: unknown): readonly Principal[] {
  if (written === undefined) return [];
  if (typeof written === "string") return [{ type: "*", identifiers: ["*"] }];
  if (!isObject(written)) throw unsupported(written, "IAMPolicyStatementPrincipalSet");
  return Object.entries(written).map(([type, identifiers]) => {
    if (typeof identifiers === "string") return { type, identifiers };
    if (isTexts(identifiers)) return { type, identifiers };
    throw unsupported(identifiers, "IAMPolicyStatementPrincipalSet.Identifiers");
  });
}

/** What is neither text, truth value nor list has no meaning for the provider and disappears. */
function parseConditions(written: unknown): readonly Condition[] {
  if (written === undefined || written === null) return [];
  return [...asObject(written, "Statement.Condition")].flatMap(([test, variables]) =>
    [...asObject(variables, "Statement.Condition")].flatMap(([variable, values]): readonly Condition[] => {
      if (typeof values === "string") return [{ test, variable, values: [values] }];
      if (typeof values === "boolean") return [{ test, variable, values: String(values) }];
      return isTexts(values) ? [{ test, variable, values }] : [];
    }),
  );
}

/** Go finds the fields of a structure whatever the case of their names. */
function asFields(written: unknown, where: string): ReadonlyMap<string, unknown> {
  return new Map([...asObject(written, where)].map(([name, value]) => [name.toLowerCase(), value]));
}

function asObject(written: unknown, where: string): ReadonlyMap<string, unknown> {
  if (!isObject(written)) throw wrongType(written, where);
  return new Map(Object.entries(written));
}

function asList(written: unknown, where: string): readonly unknown[] {
  if (written === undefined || written === null) return [];
  if (!Array.isArray(written)) throw wrongType(written, where);
  return written;
}

function asString(written: unknown, where: string): string {
  if (written === undefined || written === null) return "";
  if (typeof written !== "string") throw wrongType(written, where);
  return written;
}

function isTexts(written: unknown): written is readonly string[] {
  return Array.isArray(written) && written.every((item) => typeof item === "string");
}

function isObject(written: unknown): written is object {
  return typeof written === "object" && written !== null && !Array.isArray(written);
}

function wrongType(written: unknown, where: string): SyntaxError {
  return new SyntaxError(`json: cannot unmarshal ${kindOf(written)} into ${where}`);
}

function unsupported(written: unknown, where: string): SyntaxError {
  return new SyntaxError(`Unsupported data type ${kindOf(written)} for ${where}`);
}

function kindOf(written: unknown): string {
  if (written === null) return "null";
  if (Array.isArray(written)) return "array";
  return typeof written === "boolean" ? "bool" : typeof written;
}
